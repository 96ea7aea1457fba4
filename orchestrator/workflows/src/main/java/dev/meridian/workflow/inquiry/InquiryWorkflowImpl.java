package dev.meridian.workflow.inquiry;

import dev.meridian.activity.InquiryActivities;
import dev.meridian.workflow.TaskQueues;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One activity for the queries, one for each histogram, one for what is counted; all inside the
 * limit of the inquiry.
 */
public final class InquiryWorkflowImpl implements InquiryWorkflow {
  /** Two quick tries fit before the person who waits is told; a third would come too late. */
  private final InquiryActivities metrics =
      Workflow.newActivityStub(
          InquiryActivities.class,
          ActivityOptions.newBuilder()
              .setTaskQueue(TaskQueues.ACT)
              .setStartToCloseTimeout(Duration.ofSeconds(4))
              .setScheduleToCloseTimeout(LIMIT.minusSeconds(1))
              .setRetryOptions(
                  RetryOptions.newBuilder()
                      .setInitialInterval(Duration.ofMillis(200))
                      .setMaximumAttempts(2)
                      .build())
              .build());

  @Override
  public InquiryAnswer ask(Inquiry inquiry) {
    List<String> texts = new ArrayList<>(inquiry.queries());
    texts.addAll(inquiry.histograms());
    List<String> problems =
        texts.isEmpty() ? List.of() : metrics.checkQueries(inquiry.metrics(), texts);
    List<List<Double>> boundaries = new ArrayList<>();
    for (int i = inquiry.queries().size(); i < texts.size(); i++) {
      boundaries.add(
          problems.get(i).isEmpty()
              ? metrics.bucketBoundaries(inquiry.metrics(), texts.get(i))
              : List.of());
    }
    boolean counts = !inquiry.counted().isEmpty() && problems.stream().allMatch(String::isEmpty);
    return new InquiryAnswer(
        problems,
        boundaries,
        counts ? metrics.countSeries(inquiry.metrics(), inquiry.counted()) : List.of());
  }
}
