package dev.meridian.worker.cluster;

import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.ReleaseId;

/** Keys of this room's entries in the ledger; equal for every execution of the same effect. */
public final class EffectKeys {
  private EffectKeys() {}

  /** Once per release and region: a second attempt goes back to the same place as the first. */
  static String wayBack(RegionAttempt rollout) {
    return wayBack(rollout.release(), rollout.region());
  }

  static String wayBack(ReleaseId release, RegionCode region) {
    return "release/" + release + "/" + region + "/way-back";
  }

  static String reviewed(RegionAttempt rollout) {
    return rollout.key("reviewed");
  }

  public static String deployIntended(RegionAttempt rollout) {
    return rollout.key("deploy-intended");
  }

  static String deployed(RegionAttempt rollout) {
    return rollout.key("deployed");
  }

  /** Per attempt, so that the fence of a restore is above that of the deploy it undoes. */
  public static String restoreIntended(RegionAttempt rollout) {
    return rollout.key("restore-intended");
  }

  static String restored(RegionAttempt rollout) {
    return rollout.key("restored");
  }
}
