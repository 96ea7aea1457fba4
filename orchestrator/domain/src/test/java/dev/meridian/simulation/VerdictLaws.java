package dev.meridian.simulation;

import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.decision.ReleaseStep;
import java.util.List;

/** P7 to P9: what a pass needs, what a degraded verdict forbids, and who stays watched. */
final class VerdictLaws extends Chapter {
  /** Proven, or of too few users where the policy names the region. */
  private static final List<VerdictCause> PASSING =
      List.of(VerdictCause.PROVEN, VerdictCause.UNPROVEN);

  VerdictLaws(Witness witness) {
    super(witness);
  }

  @Override
  void recorded(ReleaseEvent event) {
    switch (event) {
      case RegionEvent.RegionEnded e when e.end() == RegionEnd.PASSED ->
          passed(witness.at(e.region()));
      case ReleaseEvent.WaveStarted e ->
          e.regions().forEach(region -> begun(witness.at(region), 1));
      case ReleaseEvent.RetryRequested e -> begun(witness.at(e.region()), e.attempt());
      default -> {}
    }
  }

  private static void passed(Seen region) {
    boolean bakes = region.planned.role().hasUsers();
    boolean proven = region.verdict.filter(PASSING::contains).isPresent();
    require("P9", !region.harmed, region, "passed, degraded");
    require("P7", region.verdict.isEmpty() || proven, region, "passed on " + region.verdict);
    require("P8", !bakes || proven, region, "passed without a verdict");
    require("P8", region.deployed, region, "passed, and was not seen to serve");
    require(
        "P8",
        region.checksPassed.containsAll(ChildRun.CHECKS),
        region,
        "passed without its checks");
  }

  private static void begun(Seen region, int attempt) {
    require("P9", attempt == region.attempt + 1, region, "begins attempt " + attempt);
    require("P9", !region.harmed, region, "was degraded and is tried again");
  }

  /** Defects of age, peak and leak appear in regions that have passed. */
  @Override
  void chosen(ReleaseStep step) {
    if (step instanceof ReleaseStep.KeepRolling rolling && !witness.recovering) {
      List<RegionCode> watched = rolling.watched();
      for (Seen seen : witness.all()) {
        boolean needed = seen.passed() && seen.planned.role().hasUsers() && !seen.entered;
        require("watch", !needed || watched.contains(seen.planned.region()), seen, "is unwatched");
      }
    }
  }
}
