package dev.meridian.workflow;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * What an ended release still owes one region. A run waits for the cluster, restores, brings the
 * traffic back and frees the lock; where it cannot go on it ends, and another one is started later.
 */
@WorkflowInterface
public interface OwedRegionWorkflow {
  @WorkflowMethod
  void run(OwedInput input);
}
