package dev.meridian.worker.resume;

import dev.meridian.ledger.Releases.OwedRegion;
import dev.meridian.workflow.OwedInput;
import dev.meridian.workflow.OwedRegionWorkflow;
import dev.meridian.workflow.TaskQueues;
import dev.meridian.workflow.WorkflowIds;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts with conflict policy FAIL: the engine itself keeps the second out. */
public final class TemporalOwedRuns implements OwedRuns {
  private static final Logger LOG = LoggerFactory.getLogger(TemporalOwedRuns.class);

  private final WorkflowClient client;

  public TemporalOwedRuns(WorkflowClient client) {
    this.client = client;
  }

  @Override
  public boolean start(OwedRegion region) {
    OwedRegionWorkflow workflow =
        client.newWorkflowStub(
            OwedRegionWorkflow.class,
            WorkflowOptions.newBuilder()
                .setWorkflowId(WorkflowIds.owed(region.release(), region.region()))
                .setTaskQueue(TaskQueues.RELEASE)
                .setWorkflowTaskTimeout(TaskQueues.DECISION_TIMEOUT)
                .setWorkflowIdConflictPolicy(
                    WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                .build());
    try {
      WorkflowClient.start(
          workflow::run, new OwedInput(region.release(), region.region(), region.epoch()));
      return true;
    } catch (WorkflowExecutionAlreadyStarted alreadyThere) {
      LOG.debug("{} is being worked on already", region, alreadyThere);
      return true;
    } catch (WorkflowServiceException | StatusRuntimeException e) {
      LOG.warn("{} cannot be worked on yet: {}", region, e.getMessage());
      return false;
    }
  }
}
