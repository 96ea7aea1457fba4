package dev.meridian.simulation;

import dev.meridian.release.PauseCause;
import dev.meridian.release.ReleaseOutcome;
import java.util.List;
import java.util.Optional;

/** P5, P15, P16, P18 and L1 across two releases of one service. */
final class OverlapLaws {
  /** What they bring, as the ground numbers it. */
  static final int OLDER = Ground.BEFORE + 1;

  static final int YOUNGER = OLDER + 1;

  private final SimulatedWorld world;
  private final Ground ground;
  private Optional<Witness> older = Optional.empty();
  private Optional<Witness> younger = Optional.empty();

  OverlapLaws(SimulatedWorld world, Ground ground) {
    this.world = world;
    this.ground = ground;
  }

  List<Chapter> older(Witness witness) {
    older = Optional.of(witness);
    return List.of(new OlderLaws(witness, ground, () -> younger));
  }

  List<Chapter> younger(Witness witness) {
    younger = Optional.of(witness);
    return List.of(new YoungerLaws(witness, ground, older.orElseThrow()));
  }

  /** Nothing more happens: each has ended, or waits for a person or for the other that does. */
  void stand(Optional<ReleaseOutcome> olderEnd, Optional<ReleaseOutcome> youngerEnd) {
    Witness first = older.orElseThrow();
    boolean asks =
        younger
            .filter(it -> !it.ended && it.paused.equals(Optional.of(PauseCause.RESTORE_FAILED)))
            .isPresent();
    boolean done = first.ended || first.paused.isPresent() || (first.recovering && asks);
    Chapter.require("L1", done, "the older waits for nothing");
    younger.ifPresent(second -> {
      boolean behind = second.behind && !first.ended && !first.recovering;
      boolean over = second.ended || second.paused.isPresent() || behind;
      Chapter.require("L1", over, "the younger waits for nothing");
      boolean stays = youngerEnd.filter(OverlapLaws::stays).isPresent();
      boolean beneath = olderEnd.filter(it -> !stays(it)).isPresent();
      Chapter.require("P15", !stays || !beneath, "the younger stays on what was taken away");
    });
    for (SimulatedRegion region : world.regions()) {
      stand(region, olderEnd, youngerEnd);
    }
  }

  /** P15: nothing is left of who was taken back, but where it is owed. */
  private void stand(
      SimulatedRegion region,
      Optional<ReleaseOutcome> olderEnd,
      Optional<ReleaseOutcome> youngerEnd) {
    int runs = ground.at(region.planned().region()).revision;
    boolean owed = owed(older, region) || owed(younger, region);
    Optional<ReleaseOutcome> end =
        switch (runs) {
          case OLDER -> olderEnd;
          case YOUNGER -> youngerEnd;
          default -> Optional.empty();
        };
    boolean well = owed || end.isEmpty() || stays(end.get());
    Chapter.require("P15", well, region.planned().region() + " runs what was taken back: " + runs);
  }

  private static boolean owed(Optional<Witness> witness, SimulatedRegion region) {
    return witness
        .filter(it ->
            it.any(seen -> seen.owed && seen.planned.region().equals(region.planned().region())))
        .isPresent();
  }

  private static boolean stays(ReleaseOutcome outcome) {
    return switch (outcome) {
      case COMPLETED, STOPPED -> true;
      case ROLLED_BACK, ABORTED, SUPERSEDED, REFUSED -> false;
    };
  }
}
