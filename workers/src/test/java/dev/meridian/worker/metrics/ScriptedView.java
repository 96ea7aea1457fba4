package dev.meridian.worker.metrics;

import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent.RegionObserved;
import dev.meridian.worker.OutsideView;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * Sees what the script says at each look, counted from 0.
 *
 * @param cluster whether its API answers
 * @param service whether the endpoint answers well
 */
record ScriptedView(IntPredicate cluster, IntPredicate service, AtomicInteger looks)
    implements OutsideView {
  static ScriptedView allWell() {
    return new ScriptedView(look -> true, look -> true, new AtomicInteger());
  }

  static ScriptedView of(IntPredicate cluster, IntPredicate service) {
    return new ScriptedView(cluster, service, new AtomicInteger());
  }

  @Override
  public RegionObserved look(RegionAttempt rollout) {
    int look = looks.getAndIncrement();
    boolean clusterWell = cluster.test(look);
    boolean serviceWell = service.test(look);
    return new RegionObserved(
        rollout.region(),
        rollout.attempt(),
        clusterWell,
        serviceWell,
        "cluster "
            + (clusterWell ? "well" : "away")
            + ", service "
            + (serviceWell ? "well" : "down"));
  }
}
