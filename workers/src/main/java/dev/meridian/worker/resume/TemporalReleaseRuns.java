package dev.meridian.worker.resume;

import dev.meridian.release.ReleaseId;
import dev.meridian.workflow.ReleaseInput;
import dev.meridian.workflow.ReleaseWorkflow;
import dev.meridian.workflow.TaskQueues;
import dev.meridian.workflow.WorkflowIds;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Temporal, and starts with conflict policy FAIL: the engine itself keeps the second out. */
public final class TemporalReleaseRuns implements ReleaseRuns {
  private static final Logger LOG = LoggerFactory.getLogger(TemporalReleaseRuns.class);

  private final WorkflowClient client;

  public TemporalReleaseRuns(WorkflowClient client) {
    this.client = client;
  }

  @Override
  public Sight look(ReleaseId release) {
    try {
      WorkflowExecutionStatus status =
          client
              .getWorkflowServiceStubs()
              .blockingStub()
              .withDeadlineAfter(3, TimeUnit.SECONDS)
              .describeWorkflowExecution(
                  DescribeWorkflowExecutionRequest.newBuilder()
                      .setNamespace(client.getOptions().getNamespace())
                      .setExecution(
                          WorkflowExecution.newBuilder()
                              .setWorkflowId(WorkflowIds.release(release)))
                      .build())
              .getWorkflowExecutionInfo()
              .getStatus();
      return open(status) ? Sight.RUNNING : Sight.NOT_FOUND;
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode() == Status.Code.NOT_FOUND ? Sight.NOT_FOUND : Sight.ENGINE_AWAY;
    }
  }

  /** Continued as new is not the end of a release: its next run is about to be seen. */
  private static boolean open(WorkflowExecutionStatus status) {
    return status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING
        || status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW;
  }

  @Override
  public void start(ReleaseId release, int epoch) {
    ReleaseWorkflow workflow =
        client.newWorkflowStub(
            ReleaseWorkflow.class,
            WorkflowOptions.newBuilder()
                .setWorkflowId(WorkflowIds.release(release))
                .setTaskQueue(TaskQueues.RELEASE)
                .setWorkflowTaskTimeout(TaskQueues.DECISION_TIMEOUT)
                .setWorkflowIdConflictPolicy(
                    WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                .build());
    try {
      WorkflowClient.start(workflow::run, new ReleaseInput(release, epoch));
    } catch (WorkflowExecutionAlreadyStarted alreadyThere) {
      LOG.debug("release {} is running already", release, alreadyThere);
    } catch (WorkflowServiceException | StatusRuntimeException e) {
      LOG.warn("release {} could not be started yet: {}", release, e.getMessage());
    }
  }
}
