package dev.meridian.simulation;

import dev.meridian.gate.VerdictKind;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.release.ReleaseState;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The properties of the safety document, checked from outside after every entry and every effect.
 * Its bookkeeping is its own: it never asks the state that the decisions are made from.
 */
final class Laws {
  /** What this observer knows of a region. */
  private static final class Seen {
    final PlannedRegion planned;
    int attempt;
    boolean open;
    boolean passed;
    boolean degraded;
    boolean dark;
    boolean wayBack;
    boolean deployIntended;
    boolean restoreIntended;
    boolean restored;
    boolean contender;
    boolean evacuationIntended;
    boolean returnIntended;
    boolean owed;

    Seen(PlannedRegion planned) {
      this.planned = planned;
    }
  }

  private final Places<Seen> regions;
  private static final int MOST_DECISIONS = 5_000;

  private int decisions;
  private int wave;
  private int wavesPassed;
  private boolean aborted;
  private boolean recovering;
  private boolean blind;
  private boolean ended;

  Laws(SimulatedWorld world) {
    this.regions = new Places<>(world, region -> new Seen(region.planned()));
  }

  void recorded(ReleaseEvent event) {
    if (ended && event instanceof ReleaseEvent.OfRelease) {
      throw new BrokenLaw("P25", "after the end of the release: " + event);
    }
    switch (event) {
      case RegionEvent e -> inRegion(regions.at(e.region()), e);
      case ReleaseEvent.OfRelease e -> ofRelease(e);
    }
  }

  private void ofRelease(ReleaseEvent.OfRelease event) {
    switch (event) {
      case ReleaseEvent.WaveStarted e -> waveStarted(e);
      case ReleaseEvent.WavePassed e -> wavePassed(e.wave());
      case ReleaseEvent.AbortRequested _ -> aborted = true;
      case ReleaseEvent.StopRequested _ -> blind = false;
      case ReleaseEvent.RetryRequested e -> begun(regions.at(e.region()), e.attempt());
      case ReleaseEvent.RecoveryStarted e -> recoveryStarted(e);
      case ReleaseEvent.ReleaseEnded e -> ended(e.outcome());
      case ReleaseEvent.ReleaseStarted _,
          ReleaseEvent.Paused _,
          ReleaseEvent.Resumed _,
          ReleaseEvent.Paged _ -> {}
    }
  }

  private void waveStarted(ReleaseEvent.WaveStarted event) {
    require("P1", wave == wavesPassed, "wave " + event.wave() + " beside wave " + wave);
    require("P2", event.wave() == wavesPassed + 1, "wave " + event.wave() + " out of order");
    require("P14", !aborted && !recovering, "wave " + event.wave() + " while it is taken back");
    for (Seen seen : regions.all()) {
      boolean before = seen.planned.wave() < event.wave();
      require("P2", !before || seen.passed, seen.planned.region() + " has not passed");
    }
    TreeSet<String> domains = new TreeSet<>();
    for (RegionCode region : event.regions()) {
      Seen seen = regions.at(region);
      require("P3", domains.add(seen.planned.failureDomain()), "two of one domain in a wave");
      begun(seen, 1);
    }
    wave = event.wave();
  }

  private void wavePassed(int number) {
    require("P2", number == wave, "wave " + number + " passed while wave " + wave + " is on");
    for (Seen seen : regions.all()) {
      if (seen.planned.wave() == number) {
        require("P2", seen.passed, seen.planned.region() + " has not passed");
      }
    }
    wavesPassed = number;
  }

  private void begun(Seen seen, int attempt) {
    require("P9", attempt == seen.attempt + 1, "attempt " + attempt + " after " + seen.attempt);
    require("P9", !seen.degraded, seen.planned.region() + " was degraded and is tried again");
    seen.attempt = attempt;
    seen.open = true;
    seen.passed = false;
    blind = false;
  }

  private void recoveryStarted(ReleaseEvent.RecoveryStarted event) {
    boolean why =
        switch (event.cause()) {
          case ABORTED -> aborted;
          case DEGRADED, CHECK_FAILED, CONTENDER_SILENT -> true;
        };
    require("P33", why, "a recovery without a cause: " + event);
    recovering = true;
  }

  private void inRegion(Seen seen, RegionEvent event) {
    switch (event) {
      case RegionEvent.WayBackRecorded _ -> seen.wayBack = true;
      case RegionEvent.DeployIntended _ -> deployIntended(seen);
      case RegionEvent.VerdictGiven e -> verdict(seen, e);
      case RegionEvent.CheckEnded e -> seen.degraded |= !e.passed();
      case RegionEvent.RegionObserved e -> seen.dark = e.dark();
      case RegionEvent.RestoreIntended _ -> restoreIntended(seen);
      case RegionEvent.Restored _ -> {
        require("P15", !seen.contender, seen.planned.region() + " is said to be restored");
        seen.restored = true;
      }
      case RegionEvent.RegionOwed _ -> seen.owed = true;
      case RegionEvent.EvacuationIntended _ -> evacuationIntended(seen);
      case RegionEvent.ReturnIntended _ -> {
        require("P17", !seen.contender, "traffic returns to " + seen.planned.region());
        seen.returnIntended = true;
      }
      case RegionEvent.RegionEnded e -> regionEnded(seen, e);
      default -> {}
    }
  }

  private void deployIntended(Seen seen) {
    require(
        "P14", !aborted && !recovering, seen.planned.region() + " is deployed while taken back");
    require("P15", seen.wayBack, seen.planned.region() + " is changed without a way back");
    require("P2", seen.open, seen.planned.region() + " is deployed out of its wave");
    seen.deployIntended = true;
    seen.restored = false;
    List<String> domains = new ArrayList<>();
    for (Seen each : regions.all()) {
      if (each.open && each.deployIntended && !each.passed) {
        domains.add(each.planned.failureDomain());
      }
    }
    require("P3", domains.size() == new TreeSet<>(domains).size(), "two of one domain in change");
  }

  private void restoreIntended(Seen seen) {
    boolean harm = regions.all().stream().anyMatch(each -> each.degraded);
    boolean why = !blind || harm || aborted || recovering;
    require("P33", why, seen.planned.region() + " is restored blindly");
    seen.restoreIntended = true;
  }

  private void verdict(Seen seen, RegionEvent.VerdictGiven event) {
    boolean silent =
        switch (event.cause()) {
          case EVERYTHING_SILENT -> true;
          case PROVEN, UNPROVEN, GATE, DARK, CONTENDER_SILENT, TOO_FEW_REQUESTS, CLUSTER_AWAY ->
              false;
        };
    blind = silent;
    seen.degraded |= event.cause().kind() == VerdictKind.DEGRADED;
  }

  private void evacuationIntended(Seen seen) {
    Role role = seen.planned.role();
    require("P33", role == Role.PRODUCTION, "the " + role + " region is evacuated by itself");
    require(
        "P33",
        seen.degraded || seen.dark,
        seen.planned.region() + " is evacuated and is not harmed");
    seen.evacuationIntended = true;
  }

  private void regionEnded(Seen seen, RegionEvent.RegionEnded event) {
    seen.open = false;
    seen.passed = event.end() == RegionEnd.PASSED;
    require("P9", !(seen.passed && seen.degraded), seen.planned.region() + " passed, degraded");
  }

  void applied(RegionCode region, Clusters.Running running) {
    Seen seen = regions.at(region);
    if (running == Clusters.Running.CONTENDER) {
      require("P25", seen.deployIntended, region + " was changed without an intention");
      require("P31", !seen.restored, region + " was changed after it had been restored");
    } else {
      require("P25", seen.restoreIntended, region + " was restored without an intention");
    }
    seen.contender = running == Clusters.Running.CONTENDER;
    exposed();
  }

  /** P4: never more than the newest wave is exposed and has not passed. */
  private void exposed() {
    Share unpassed = Share.NONE;
    Share cap = Share.NONE;
    for (Seen seen : regions.all()) {
      if (seen.contender && !seen.passed) {
        unpassed = unpassed.plus(seen.planned.traffic());
      }
      if (seen.planned.wave() == wave) {
        cap = cap.plus(seen.planned.traffic());
      }
    }
    require("P4", recovering || unpassed.compareTo(cap) <= 0, unpassed + " is exposed at once");
  }

  void moved(RegionCode region, boolean served, long serving) {
    Seen seen = regions.at(region);
    require("P20", serving > 0, "no region serves");
    require("P25", served ? seen.returnIntended : seen.evacuationIntended, "unsaid: " + region);
  }

  private void ended(ReleaseOutcome outcome) {
    ended = true;
    for (Seen seen : regions.all()) {
      String region = seen.planned.region().value();
      require("L1", !seen.open, region + " is still open at the end");
      switch (outcome) {
        case COMPLETED -> {
          require("P2", seen.passed && !seen.degraded, region + " has not passed");
          require("P16", seen.contender, region + " does not run the contender");
        }
        case ROLLED_BACK, ABORTED ->
            require("P15", !seen.contender || seen.owed, region + " keeps the contender");
        case STOPPED -> {}
      }
    }
    require(
        "P14", !aborted || outcome == ReleaseOutcome.ABORTED || recovering, "aborted, but kept");
  }

  /** A decision was made: counted, so that a loop without end is seen. */
  void decided() {
    decisions++;
    require("L1", decisions < MOST_DECISIONS, "decisions without end");
  }

  /** Nothing more happens: it has ended, or a person must act. */
  void stands(ReleaseState state) {
    require(
        "L1",
        state.outcome().isPresent() || state.paused().isPresent(),
        "it stands still: " + state.regions());
    require("L1", ended == state.outcome().isPresent(), "the end is not what was recorded");
  }

  private static void require(String property, boolean holds, String seen) {
    if (!holds) {
      throw new BrokenLaw(property, seen);
    }
  }
}
