package dev.meridian.workflow;

import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.ReleaseId;

/** Deterministic ids, so that nothing can be started twice. */
public final class WorkflowIds {
  private WorkflowIds() {}

  public static String release(ReleaseId release) {
    return "release/" + release;
  }

  public static String owed(ReleaseId release, RegionCode region) {
    return "owed/" + release + "/" + region;
  }

  public static String regionRollout(RegionAttempt rollout) {
    return release(rollout.release())
        + "/"
        + rollout.region()
        + "/"
        + rollout.attempt()
        + "/"
        + rollout.epoch();
  }
}
