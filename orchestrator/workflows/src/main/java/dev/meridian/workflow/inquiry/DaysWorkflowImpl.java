package dev.meridian.workflow.inquiry;

import dev.meridian.activity.PastActivities;
import dev.meridian.workflow.TaskQueues;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;

/** One activity, tried once: a second try would come too late for the person who waits. */
public final class DaysWorkflowImpl implements DaysWorkflow {
  private final PastActivities past =
      Workflow.newActivityStub(
          PastActivities.class,
          ActivityOptions.newBuilder()
              .setTaskQueue(TaskQueues.ACT)
              .setScheduleToCloseTimeout(InquiryWorkflow.LIMIT.minusMillis(500))
              .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
              .build());

  @Override
  public DaysAnswer days(DaysQuestion question) {
    return past.days(question);
  }
}
