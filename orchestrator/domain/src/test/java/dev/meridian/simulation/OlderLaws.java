package dev.meridian.simulation;

import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.VerdictKind;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import java.util.Optional;
import java.util.function.Supplier;

/** What must hold of a release while a younger one is on top of it in its first regions. */
final class OlderLaws extends Chapter {
  private final Ground ground;
  private final Supplier<Optional<Witness>> younger;

  OlderLaws(Witness witness, Ground ground, Supplier<Optional<Witness>> younger) {
    super(witness);
    this.ground = ground;
    this.younger = younger;
  }

  @Override
  void recorded(ReleaseEvent event) {
    switch (event) {
      case ReleaseEvent.YoungerStarted _ -> followed();
      case ReleaseEvent.YoungerLeft _ -> left();
      case RegionEvent.RestoreIntended e -> {
        Seen region = witness.at(e.region());
        require("P15", !overlaid(region), region, "is restored beneath the younger release");
      }
      case RegionEvent.VerdictGiven e -> judged(witness.at(e.region()), e.cause());
      default -> {}
    }
  }

  private void followed() {
    boolean well = !witness.recovering && !witness.aborted && !witness.stopped && !witness.ended;
    require("P5", well, "is followed while it is given up");
    require("P5", witness.paused.isEmpty(), "is followed while a person must act");
    for (Seen seen : witness.all()) {
      boolean first = seen.planned.role() != Role.PRODUCTION;
      require("P5", !first || seen.passed(), seen, "has not passed, and is followed");
      require("P5", !seen.harmed, seen, "is harmed, and its release is followed");
    }
  }

  private void left() {
    require("P15", younger.get().filter(it -> it.ended).isPresent(), "the younger has not ended");
    for (Seen seen : witness.all()) {
      boolean gone = !seen.beneath || seen.owed || revision(seen) != OverlapLaws.YOUNGER;
      require("P15", gone, seen, "still runs what the younger brought");
    }
  }

  /** Whether the younger may have its contender there. */
  private boolean overlaid(Seen region) {
    RegionCode code = region.planned.region();
    return younger
        .get()
        .filter(it -> it.any(seen -> seen.planned.region().equals(code) && seen.mayHold))
        .isPresent();
  }

  /** Harm is that one's whose contender is there. */
  private void judged(Seen region, VerdictCause cause) {
    boolean harm = cause.kind() == VerdictKind.DEGRADED && cause != VerdictCause.DARK;
    require("P18", !harm || !region.entered, region, "is harmed by what the younger does");
    boolean own = revision(region) == OverlapLaws.OLDER;
    require("P11", !harm || own, region, "is judged by what another release does");
  }

  @Override
  void applied(Seen region, long fence) {
    require("P15", !overlaid(region), region, "is changed beneath the younger release");
    boolean back = region.contender || revision(region) == Ground.BEFORE;
    require("P16", back, region, "does not run again what it had run");
  }

  private int revision(Seen region) {
    return ground.at(region.planned.region()).revision;
  }
}
