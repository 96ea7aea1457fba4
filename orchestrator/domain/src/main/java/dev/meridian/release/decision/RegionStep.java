package dev.meridian.release.decision;

import dev.meridian.release.RegionEnd;

/** The next step of a region rollout, with its reason for people. */
public sealed interface RegionStep {
  String reason();

  /** The region's own registry must serve the image. */
  record EnsureImage(String reason) implements RegionStep {}

  /** The undo is written before the do. */
  record RecordWayBack(String reason) implements RegionStep {}

  record Review(String reason) implements RegionStep {}

  record Deploy(String reason) implements RegionStep {}

  record RunCheck(String check, String reason) implements RegionStep {}

  record Bake(String reason) implements RegionStep {}

  /** The cluster does not answer: wait for it while its users are well. */
  record AwaitCluster(String reason) implements RegionStep {}

  /** Stop the bleeding here, at once. */
  record Restore(String reason) implements RegionStep {}

  record Evacuate(String reason) implements RegionStep {}

  record End(RegionEnd end, String reason) implements RegionStep {}
}
