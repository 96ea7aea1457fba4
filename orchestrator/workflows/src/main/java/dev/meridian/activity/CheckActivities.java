package dev.meridian.activity;

import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import io.temporal.activity.ActivityInterface;

/** Integration and load checks. */
@ActivityInterface(namePrefix = "Check")
public interface CheckActivities {
  /**
   * Runs one named check of the service in the region. Heartbeats. A check that ran and found fault
   * is an outcome, not a failure; CHECK_UNREACHABLE means that it could not be run. A recorded
   * outcome for the same (region, attempt, check) is returned again instead of a second run.
   */
  RegionEvent.CheckEnded run(RegionAttempt rollout, String check);
}
