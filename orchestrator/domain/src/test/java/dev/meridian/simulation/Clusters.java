package dev.meridian.simulation;

import dev.meridian.region.RegionCode;
import dev.meridian.release.PlannedRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What runs where, and where users are sent, as one release sees it. Every write carries its
 * intention's number.
 */
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

  private final Places<SimulatedRegion> regions;
  private final Ground ground;
  private final int contender;
  private final SimulatedWorld world;
  private final Agenda agenda;
  private final Laws laws;
  private final Map<RegionCode, Integer> incumbents = new TreeMap<>();
  private final List<Exposed> exposed = new ArrayList<>();

  Clusters(Entrant entrant, Common common, Laws laws) {
    this.world = entrant.world();
    this.contender = entrant.revision();
    this.agenda = common.agenda();
    this.ground = common.ground();
    this.laws = laws;
    this.regions = new Places<>(world, region -> region);
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
    return ground.at(code).revision == contender ? Running.CONTENDER : Running.INCUMBENT;
  }

  boolean served(RegionCode code) {
    return ground.at(code).served;
  }

  /** What runs there now is what a restore puts back, whoever brought it. */
  void recordWayBack(RegionCode code) {
    incumbents.putIfAbsent(code, ground.at(code).revision);
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
    Ground.Cluster cluster = ground.at(code);
    if (away(code)) {
      return Written.UNREACHABLE;
    }
    if (fence < cluster.fence) {
      return Written.FENCED;
    }
    cluster.fence = fence;
    change(
        code,
        switch (wanted) {
          case CONTENDER -> contender;
          case INCUMBENT -> incumbents.getOrDefault(code, Ground.BEFORE);
        });
    laws.applied(code, wanted, fence);
    return Written.DONE;
  }

  private void change(RegionCode code, int revision) {
    Ground.Cluster cluster = ground.at(code);
    if (revision != cluster.revision) {
      if (cluster.revision == contender) {
        exposed.add(new Exposed(code, cluster.since, agenda.now()));
      }
      cluster.revision = revision;
      cluster.since = agenda.now();
    }
  }

  /** Since when the contender has been there; {@link Exposed#NEVER} where it is not. */
  long since(RegionCode code) {
    return running(code) == Running.CONTENDER ? ground.at(code).since : Exposed.NEVER;
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
    ground.at(code).served = served;
    laws.moved(code, served, ground.all().stream().filter(c -> c.served).count());
  }
}
