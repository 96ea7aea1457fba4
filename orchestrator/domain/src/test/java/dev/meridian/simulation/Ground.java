package dev.meridian.simulation;

import dev.meridian.region.RegionCode;
import java.util.Collection;

/** What every region runs and whether users are sent there, whichever release saw to it. */
final class Ground {
  /** What was there before any release; those that releases bring count up from here. */
  static final int BEFORE = 0;

  /** One region. */
  static final class Cluster {
    int revision = BEFORE;

    /** Seconds from the start of the world at which it came. */
    long since;

    /** Number of the newest intention that was carried out. */
    long fence;

    boolean served = true;
  }

  private final Places<Cluster> clusters;

  Ground(SimulatedWorld world) {
    this.clusters = new Places<>(world, _ -> new Cluster());
  }

  Cluster at(RegionCode region) {
    return clusters.at(region);
  }

  Collection<Cluster> all() {
    return clusters.all();
  }
}
