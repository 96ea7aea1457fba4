package dev.meridian.activity;

import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import io.temporal.activity.ActivityInterface;

/** Registries, by the OCI distribution API. */
@ActivityInterface(namePrefix = "Image")
public interface ImageActivities {
  /**
   * Waits until the region's own registry serves the contender's digest. Idempotent: only reads.
   * Fails with IMAGE_MISSING at its deadline.
   */
  RegionEvent.ImagePresent awaitImage(RegionAttempt rollout);
}
