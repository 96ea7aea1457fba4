package dev.meridian.workflow.inquiry;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** Asks one metrics system, and ends. Only reads, so that it may be asked again at any time. */
@WorkflowInterface
public interface InquiryWorkflow {
  /** A person is waiting for the answer: the execution timeout of each inquiry. */
  Duration LIMIT = Duration.ofSeconds(10);

  /**
   * Fails with the activity's {@code FailureCode} (METRICS_UNREACHABLE) when there is no answer
   * inside the limit.
   */
  @WorkflowMethod(name = "Inquiry")
  InquiryAnswer ask(Inquiry inquiry);
}
