package dev.meridian.activity;

import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import io.temporal.activity.ActivityInterface;
import java.util.List;

/** The judge at work: metrics, and the region's endpoint from outside. Only reads. */
@ActivityInterface(namePrefix = "Gate")
public interface GateActivities {
  /**
   * One long activity per region: polls and folds until there is a verdict. Records BakeStarted,
   * RegionHeld when it has to wait, a checkpoint every five minutes, and the verdict with its
   * evidence. Heartbeats its checkpoint; a new execution goes on from the newest one.
   */
  RegionEvent.VerdictGiven bake(RegionAttempt rollout);

  /**
   * One long activity over all passed regions: continues their tests until one is degraded or the
   * workflow cancels it. An empty list waits to be cancelled.
   */
  RegionEvent.VerdictGiven watch(List<RegionAttempt> passed);
}
