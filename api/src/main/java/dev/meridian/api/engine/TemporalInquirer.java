package dev.meridian.api.engine;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.replay.Replayed;
import dev.meridian.workflow.TaskQueues;
import dev.meridian.workflow.inquiry.DaysAnswer;
import dev.meridian.workflow.inquiry.DaysQuestion;
import dev.meridian.workflow.inquiry.DaysWorkflow;
import dev.meridian.workflow.inquiry.Inquiry;
import dev.meridian.workflow.inquiry.InquiryAnswer;
import dev.meridian.workflow.inquiry.InquiryWorkflow;
import dev.meridian.workflow.inquiry.ReplayQuestion;
import dev.meridian.workflow.inquiry.ReplayWorkflow;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.failure.ApplicationFailure;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Each inquiry is a workflow of its own, which ends by itself at its limit. */
final class TemporalInquirer implements Inquirer {
  private final WorkflowClient client;

  TemporalInquirer(WorkflowClient client) {
    this.client = client;
  }

  @Override
  public Reply<InquiryAnswer> ask(Inquiry inquiry) {
    return run(InquiryWorkflow.class, workflow -> workflow.ask(inquiry));
  }

  @Override
  public Reply<Replayed> replay(ReplayQuestion question) {
    return run(ReplayWorkflow.class, workflow -> workflow.replay(question));
  }

  @Override
  public Reply<DaysAnswer> days(DaysQuestion question) {
    return run(DaysWorkflow.class, workflow -> workflow.days(question));
  }

  private <W, T> Reply<T> run(Class<W> type, Function<W, T> question) {
    W workflow =
        client.newWorkflowStub(
            type,
            WorkflowOptions.newBuilder()
                .setWorkflowId("inquiry/" + UUID.randomUUID())
                .setTaskQueue(TaskQueues.RELEASE)
                .setWorkflowExecutionTimeout(InquiryWorkflow.LIMIT)
                .build());
    try {
      return new Reply.Answered<>(question.apply(workflow));
    } catch (WorkflowFailedException e) {
      return failed(e);
    } catch (WorkflowServiceException | StatusRuntimeException e) {
      return new Reply.EngineAway<>("the workflow engine does not answer");
    }
  }

  /** A worker that tried says what it met; without one there is only silence. */
  private static <T> Reply<T> failed(WorkflowFailedException failed) {
    for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof ApplicationFailure failure
          && !FailureCode.UNEXPECTED.name().equals(failure.getType())) {
        return FailureCode.QUESTION_TOO_LONG.name().equals(failure.getType())
            ? new Reply.TooLong<>(failure.getOriginalMessage())
            : new Reply.MetricsAway<>(failure.getOriginalMessage());
      }
    }
    return new Reply.EngineAway<>(
        "no worker answered within " + InquiryWorkflow.LIMIT.toSeconds() + " s");
  }
}
