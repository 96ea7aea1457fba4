package dev.meridian.workflow.inquiry;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Replays the days before a release on the incumbent, and ends. Only reads. */
@WorkflowInterface
public interface DaysWorkflow {
  /** Fails as {@link ReplayWorkflow#replay} does. */
  @WorkflowMethod(name = "Days")
  DaysAnswer days(DaysQuestion question);
}
