package dev.meridian.simulation;

import dev.meridian.region.RegionCode;
import dev.meridian.region.change.RegionChange;
import dev.meridian.release.PlanRevision;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseEvent.CatalogueChanged;
import java.util.Optional;

/**
 * P2, P12, P15 and P25 while the documents change: waves that have begun stand, the others go to
 * those that are still there, and nothing is ever done in a region that is skipped.
 */
final class PlanLaws extends Chapter {
  private final SimulatedWorld world;

  PlanLaws(Witness witness, SimulatedWorld world) {
    super(witness);
    this.world = world;
  }

  @Override
  void recorded(ReleaseEvent event) {
    switch (event) {
      case CatalogueChanged e -> changed(e);
      case ReleaseEvent.WaveStarted e -> started(e);
      case RegionEvent e -> {
        Seen seen = witness.at(e.region());
        require("P15", !seen.skipped, seen, "is skipped, and something is done there");
      }
      case ReleaseEvent.OfRelease _ -> {}
    }
  }

  @Override
  void applied(Seen region, long fence) {
    require("P15", !region.skipped, region, "is skipped, and changed");
  }

  private void started(ReleaseEvent.WaveStarted event) {
    boolean newest = event.planRevision() == witness.planRevision;
    require("P12", newest, "wave " + event.wave() + " of another plan revision");
    for (RegionCode region : event.regions()) {
      require("P2", !left(region), witness.at(region), "has left, and is gone to");
    }
  }

  private void changed(CatalogueChanged event) {
    require("P1", witness.wave == witness.wavesPassed, "planned again inside a wave");
    boolean news = event.revised().isPresent() || !event.regions().equals(witness.changes);
    require("P25", news, "the same change is recorded twice");
    for (SimulatedRegion region : world.regions()) {
      RegionCode code = region.planned().region();
      boolean listed = event.regions().stream().map(RegionChange::region).anyMatch(code::equals);
      require("P25", listed || !left(code), witness.at(code), "has left, and is not listed");
    }
    event.revised().ifPresent(this::revised);
  }

  private void revised(PlanRevision revision) {
    boolean next = revision.number() == witness.planRevision + 1;
    require("P12", next, "plan revision " + revision.number() + " out of order");
    int kept = 0;
    for (Seen seen : witness.all()) {
      Optional<Integer> wave =
          revision.schedule().stream()
              .filter(planned -> planned.region().equals(seen.planned.region()))
              .map(PlannedRegion::wave)
              .findFirst();
      boolean begun = seen.planned.wave() <= witness.wave;
      boolean goes = begun || !left(seen.planned.region());
      boolean stands = !begun || wave.equals(Optional.of(seen.planned.wave()));
      require("P2", stands, seen, "has begun, and is planned again");
      require("P2", goes == wave.isPresent(), seen, goes ? "is lost" : "has left, and is planned");
      kept += goes ? 1 : 0;
    }
    require("P2", kept == revision.schedule().size(), "regions that nobody planned for");
  }

  /** Whether the documents of now do not know it. */
  private boolean left(RegionCode region) {
    return world.left(region, witness.wavesPassed + 1);
  }
}
