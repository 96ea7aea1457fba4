package dev.meridian.workflow;

import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionProgress;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** One attempt in one region. A child of the release; ends with what has become of the region. */
@WorkflowInterface
public interface RegionRolloutWorkflow {
  /** Cancelling it gives the attempt up; a restore that has begun is finished first. */
  @WorkflowMethod
  RegionProgress run(RegionAttempt rollout);
}
