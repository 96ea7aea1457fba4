package dev.meridian.api.engine;

import dev.meridian.release.ReleaseId;
import dev.meridian.workflow.CommandOrder;
import dev.meridian.workflow.ReleaseInput;
import dev.meridian.workflow.ReleaseWorkflow;
import dev.meridian.workflow.TaskQueues;
import dev.meridian.workflow.WorkflowIds;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Releases as workflows {@code release/{id}}. */
final class TemporalReleaseEngine implements ReleaseEngine {
  private static final Logger LOG = LoggerFactory.getLogger(TemporalReleaseEngine.class);

  /** How long a person is kept waiting for a worker that may not be there. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int PROBE_SECONDS = 2;

  /** The SDK waits a minute for a worker to accept an update; we go on without it earlier. */
  private static final Executor SENDERS =
      sending -> Thread.ofVirtual().name("command-sender").start(sending);

  private final WorkflowClient client;

  TemporalReleaseEngine(WorkflowClient client) {
    this.client = client;
  }

  @Override
  public boolean start(ReleaseId release, int epoch) {
    ReleaseWorkflow workflow =
        client.newWorkflowStub(
            ReleaseWorkflow.class,
            WorkflowOptions.newBuilder()
                .setWorkflowId(WorkflowIds.release(release))
                .setTaskQueue(TaskQueues.RELEASE)
                .setWorkflowTaskTimeout(TaskQueues.DECISION_TIMEOUT)
                .setWorkflowIdReusePolicy(
                    WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                .build());
    try {
      WorkflowClient.start(workflow::run, new ReleaseInput(release, epoch));
      return true;
    } catch (WorkflowExecutionAlreadyStarted e) {
      return true;
    } catch (WorkflowServiceException | StatusRuntimeException e) {
      LOG.warn("release {} is accepted but not started yet: {}", release, e.getMessage());
      return false;
    }
  }

  @Override
  public CommandAnswer send(ReleaseId release, CommandOrder order) {
    return CompletableFuture.supplyAsync(() -> deliver(release, order), SENDERS)
        .completeOnTimeout(
            new CommandAnswer.Away("no worker took it within " + PATIENCE.toSeconds() + " s"),
            PATIENCE.toMillis(),
            TimeUnit.MILLISECONDS)
        .join();
  }

  private CommandAnswer deliver(ReleaseId release, CommandOrder order) {
    // Completed, not only accepted: a refusal is an outcome, and the handler only sets state.
    UpdateOptions<Void> update =
        UpdateOptions.newBuilder(Void.class)
            .setUpdateName("command")
            .setUpdateId(order.id().toString())
            .setWaitForStage(WorkflowUpdateStage.COMPLETED)
            .build();
    try {
      client
          .newUntypedWorkflowStub(WorkflowIds.release(release))
          .startUpdate(update, order)
          .getResult();
      return new CommandAnswer.Taken();
    } catch (WorkflowUpdateException e) {
      return new CommandAnswer.Refused(refusal(e));
    } catch (RuntimeException e) {
      return new CommandAnswer.Away(root(e).toString());
    }
  }

  /** The validator's sentence: its failure type does not survive the way, its message does. */
  private static String refusal(WorkflowUpdateException refused) {
    return root(refused) instanceof ApplicationFailure failure
        ? failure.getOriginalMessage()
        : "the release did not take it";
  }

  /** The SDK names the workflow; what went wrong stands below. */
  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return root;
  }

  @Override
  public boolean reachable() {
    try {
      client
          .getWorkflowServiceStubs()
          .blockingStub()
          .withDeadlineAfter(PROBE_SECONDS, TimeUnit.SECONDS)
          .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
      return true;
    } catch (StatusRuntimeException e) {
      return false;
    }
  }
}
