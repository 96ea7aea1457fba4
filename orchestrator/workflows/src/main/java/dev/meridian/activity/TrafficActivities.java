package dev.meridian.activity;

import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import io.temporal.activity.ActivityInterface;

/** DNS weights. Changed only by one exact DELETE + CREATE batch with a growing fencing token. */
@ActivityInterface(namePrefix = "Traffic")
public interface TrafficActivities {
  /**
   * Moves the region's traffic to regions that can carry it: Evacuated, or EvacuationRefused with
   * the arithmetic. Idempotency key: release and region. Heartbeats.
   */
  RegionEvent evacuate(RegionAttempt rollout, String reason);

  /** Brings the region's recorded weight back on a ramp. Idempotency key: release and region. */
  RegionEvent.Returned bringBack(RegionAttempt rollout, String reason);
}
