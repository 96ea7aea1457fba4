package dev.meridian.activity;

import dev.meridian.release.ReleaseId;
import io.temporal.activity.ActivityInterface;

/**
 * The other release of the service, where two overlap. Each waits on the ledger, heartbeats, and
 * records what it waited for in the ledger of whoever asked, once; it answers nothing, because the
 * ledger is folded afterwards.
 */
@ActivityInterface(namePrefix = "Neighbour")
public interface NeighbourActivities {
  /** Waits until the older release has ended, or is being taken back. */
  void awaitOlder(ReleaseId release, int epoch);

  /**
   * Waits until a younger release has started behind this one: whoever started it recorded that.
   */
  void awaitFollower(ReleaseId release, int epoch);

  /**
   * Waits until the younger release has ended and nothing of it is left. What it still owes when
   * this release is being taken back, this release owes as well: the younger's restore comes first.
   */
  void awaitYounger(ReleaseId release, int epoch);
}
