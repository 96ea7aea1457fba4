package dev.meridian.simulation;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import java.util.Map;
import java.util.TreeMap;

/** What must hold of a release that has started before the one before it has ended. */
final class YoungerLaws extends Chapter {
  private final Ground ground;
  private final Witness older;
  private final Map<RegionCode, Integer> found = new TreeMap<>();

  YoungerLaws(Witness witness, Ground ground, Witness older) {
    super(witness);
    this.ground = ground;
    this.older = older;
  }

  @Override
  void recorded(ReleaseEvent event) {
    switch (event) {
      case ReleaseEvent.WaveStarted e -> e.regions().forEach(it -> entered(witness.at(it)));
      case RegionEvent.WayBackRecorded e -> found.putIfAbsent(e.region(), revision(e.region()));
      case RegionEvent.DeployIntended e -> {
        Seen region = witness.at(e.region());
        entered(region);
        require("P15", !witness.olderTakenBack, region, "is deployed on what is taken away");
      }
      case ReleaseEvent.OlderEnded _ ->
          require("P5", older.ended && !older.recovering, "the older has not ended and stayed");
      case ReleaseEvent.OlderTakenBack _ ->
          require("P5", older.recovering || older.aborted, "the older is not taken back");
      case ReleaseEvent.ReleaseEnded e -> {
        boolean stays =
            switch (e.outcome()) {
              case COMPLETED, STOPPED -> true;
              case ROLLED_BACK, ABORTED, SUPERSEDED, REFUSED -> false;
            };
        require("P5", !stays || !witness.behind, "ends and stays before the older has ended");
        boolean free = e.outcome() != ReleaseOutcome.ROLLED_BACK || witness.recovering;
        require("P18", free, "is taken back without a cause");
      }
      default -> {}
    }
  }

  private void entered(Seen region) {
    boolean early = region.planned.role() == Role.PRODUCTION && (witness.behind || !older.ended);
    require("P5", !early, region, "is gone to before the older release has ended");
  }

  @Override
  void applied(Seen region, long fence) {
    RegionCode code = region.planned.region();
    boolean back = region.contender || Integer.valueOf(revision(code)).equals(found.get(code));
    require("P16", back, region, "does not run again what was found there");
  }

  /** What it found where it has been. */
  Map<RegionCode, Integer> found() {
    return found;
  }

  private int revision(RegionCode region) {
    return ground.at(region).revision;
  }
}
