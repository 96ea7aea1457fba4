package dev.meridian.activity;

import dev.meridian.release.Neighbours;
import dev.meridian.release.ReleaseId;
import io.temporal.activity.ActivityInterface;

/** The other release of the service, where two overlap or may. */
@ActivityInterface(namePrefix = "Neighbour")
public interface NeighbourActivities {
  /**
   * Waits until the release's history says something else of its neighbours than {@code known}, and
   * writes there what has become of them meanwhile. Heartbeats. It answers nothing: whoever waited
   * folds the ledger.
   */
  void awaitNews(ReleaseId release, int epoch, Neighbours known);
}
