package dev.meridian.simulation;

import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;

/** P15 to P18: what was changed is undone, nothing else is, and blame needs harm that was found. */
final class RecoveryLaws extends Chapter {
  RecoveryLaws(Witness witness) {
    super(witness);
  }

  @Override
  void recorded(ReleaseEvent event) {
    switch (event) {
      case RegionEvent.DeployIntended e -> {
        Seen region = witness.at(e.region());
        require("P15", region.wayBack, region, "is changed without a way back");
      }
      case RegionEvent.RestoreIntended e -> {
        Seen region = witness.at(e.region());
        require("P15", region.mayHold, region, "is restored and was never changed");
      }
      case RegionEvent.Restored e -> {
        Seen region = witness.at(e.region());
        require("P15", !region.contender, region, "is said to be restored");
      }
      case RegionEvent.RegionEnded e -> regionEnded(witness.at(e.region()), e.end());
      case RegionEvent.ReturnIntended e -> {
        Seen region = witness.at(e.region());
        require("P17", !region.contender, region, "gets its traffic back");
        require("P17", !region.mayHold, region, "gets its traffic back, not restored");
      }
      case ReleaseEvent.ReleaseEnded e -> ended(e);
      default -> {}
    }
  }

  /** The region stops its own bleeding, at once. */
  private static void regionEnded(Seen region, RegionEnd how) {
    boolean bleeds = region.mayHold && region.reachable() && !region.restoreFailed;
    require("P15", how != RegionEnd.DEGRADED || !bleeds, region, "is left degraded");
  }

  private void ended(ReleaseEvent.ReleaseEnded event) {
    boolean foundHarm = witness.any(seen -> seen.foundHarm);
    if (event.outcome() == ReleaseOutcome.ROLLED_BACK) {
      require("P18", event.blameless() != foundHarm, "blameless: " + event.blameless());
    }
    for (Seen seen : witness.all()) {
      switch (event.outcome()) {
        case COMPLETED -> require("P16", seen.contender, seen, "does not run the contender");
        case ROLLED_BACK, ABORTED -> {
          require("P15", !seen.contender || seen.owed, seen, "keeps the contender");
          require("P15", !seen.mayHold || seen.owed, seen, "was not restored");
          boolean forgotten = seen.evacuated && !seen.returnFailed && !seen.owed;
          require("P17", !forgotten, seen, "is evacuated and forgotten");
        }
        case STOPPED -> {}
        case SUPERSEDED, REFUSED ->
            require("P5", !seen.contender && !seen.mayHold, seen, "was changed by no start");
      }
    }
  }
}
