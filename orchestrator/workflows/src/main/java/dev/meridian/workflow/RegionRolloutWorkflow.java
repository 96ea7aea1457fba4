package dev.meridian.workflow;

import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionProgress;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** One attempt in one region. A child of the release; ends with what has become of the region. */
@WorkflowInterface
public interface RegionRolloutWorkflow {
  @WorkflowMethod
  RegionProgress run(RegionAttempt rollout);

  /**
   * Ends the attempt as soon as it can: a step forward is cancelled, a step back is finished first.
   * A signal and not a cancellation, because a cancelled workflow could not say how it ended.
   */
  @SignalMethod
  void giveUp(String reason);
}
