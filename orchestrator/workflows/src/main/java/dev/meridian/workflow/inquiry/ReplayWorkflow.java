package dev.meridian.workflow.inquiry;

import dev.meridian.gate.replay.Replayed;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Replays one gate over the past, and ends. Only reads. */
@WorkflowInterface
public interface ReplayWorkflow {
  /**
   * Fails with METRICS_UNREACHABLE when the metrics system does not answer, and with
   * QUESTION_TOO_LONG when there is more to read than fits into {@link InquiryWorkflow#LIMIT}.
   */
  @WorkflowMethod(name = "Replay")
  Replayed replay(ReplayQuestion question);
}
