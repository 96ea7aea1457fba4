package dev.meridian.simulation;

import dev.meridian.region.RegionCode;
import dev.meridian.release.PlannedRegion;
import java.util.ArrayList;
import java.util.List;

/** What runs where, and where users are sent. Every write carries its intention's number. */
final class Clusters {
  /** What a region runs. */
  enum Running {
    INCUMBENT,
    CONTENDER
  }

  /** What became of a write. */
  enum Written {
    DONE,
    UNREACHABLE,
    /** A newer intention was there before. */
    FENCED
  }

  private static final class Cluster {
    Running running = Running.INCUMBENT;
    long fence;
    boolean served = true;
    long since = Exposed.NEVER;
  }

  private final Places<SimulatedRegion> regions;
  private final Places<Cluster> clusters;
  private final SimulatedWorld world;
  private final Agenda agenda;
  private final Laws laws;
  private final List<Exposed> exposed = new ArrayList<>();

  Clusters(SimulatedWorld world, Agenda agenda, Laws laws) {
    this.world = world;
    this.agenda = agenda;
    this.laws = laws;
    this.regions = new Places<>(world, region -> region);
    this.clusters = new Places<>(world, _ -> new Cluster());
  }

  SimulatedRegion region(RegionCode code) {
    return regions.at(code);
  }

  boolean away(RegionCode code) {
    return regions.at(code).away(agenda.now());
  }

  boolean unseen(RegionCode code) {
    return regions.at(code).unseen(agenda.now());
  }

  boolean dark(RegionCode code) {
    return regions.at(code).dark(agenda.now());
  }

  Running running(RegionCode code) {
    return clusters.at(code).running;
  }

  boolean served(RegionCode code) {
    return clusters.at(code).served;
  }

  /** Who takes up its traffic. */
  List<RegionCode> servingBeside(RegionCode code) {
    return world.schedule().stream()
        .filter(planned -> planned.role().hasUsers() && !planned.region().equals(code))
        .map(PlannedRegion::region)
        .filter(this::served)
        .limit(2)
        .toList();
  }

  Written apply(RegionCode code, Running wanted, long fence) {
    Cluster cluster = clusters.at(code);
    if (away(code)) {
      return Written.UNREACHABLE;
    }
    if (fence < cluster.fence) {
      return Written.FENCED;
    }
    cluster.fence = fence;
    cluster.running = wanted;
    laws.applied(code, wanted, fence);
    expose(code, cluster);
    return Written.DONE;
  }

  private void expose(RegionCode code, Cluster cluster) {
    switch (cluster.running) {
      case CONTENDER -> cluster.since = Math.min(cluster.since, agenda.now());
      case INCUMBENT -> {
        if (cluster.since != Exposed.NEVER) {
          exposed.add(new Exposed(code, cluster.since, agenda.now()));
          cluster.since = Exposed.NEVER;
        }
      }
    }
  }

  /** Since when the contender has been there; {@link Exposed#NEVER} where it is not. */
  long since(RegionCode code) {
    return clusters.at(code).since;
  }

  /** Where the contender was, and where it is, for ever. */
  List<Exposed> exposed() {
    List<Exposed> all = new ArrayList<>(exposed);
    for (SimulatedRegion region : world.regions()) {
      RegionCode code = region.planned().region();
      if (since(code) != Exposed.NEVER) {
        all.add(new Exposed(code, since(code), Exposed.NEVER));
      }
    }
    return List.copyOf(all);
  }

  void serve(RegionCode code, boolean served) {
    clusters.at(code).served = served;
    laws.moved(code, served, clusters.all().stream().filter(c -> c.served).count());
  }
}
