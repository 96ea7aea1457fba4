package dev.meridian.simulation;

import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.decision.NeighbourDecision;
import dev.meridian.release.decision.ReleaseDecision;
import java.util.List;
import java.util.function.Consumer;

/**
 * The watch over passed regions, of one run. One that is given up learns of it a while later, and
 * writes down what it sees until then, though nobody listens.
 */
final class WatchRun {
  private static final long HEARS_AFTER_SECONDS = 300;

  private final Surroundings around;
  private final Consumer<RegionEvent> then;
  private final Runnable refused;
  private List<RegionAttempt> watched = List.of();
  private int number;
  private long givenUp;

  /**
   * @param refused nobody should watch there any more, and the run does not know
   */
  WatchRun(Surroundings around, Consumer<RegionEvent> then, Runnable refused) {
    this.around = around;
    this.then = then;
    this.refused = refused;
  }

  /** Watches exactly these. */
  void ensure(List<RegionAttempt> regions) {
    if (regions.equals(watched)) {
      return;
    }
    stop();
    watched = List.copyOf(regions);
    int mine = number;
    for (RegionAttempt rollout : regions) {
      around.observations().watch(rollout, event -> seen(mine, rollout, event));
    }
  }

  void stop() {
    number++;
    givenUp = around.agenda().now();
    watched = List.of();
  }

  private void seen(int watch, RegionAttempt rollout, RegionEvent event) {
    if (watch == number) {
      stop();
      if (stillWatches(rollout)) {
        then.accept(around.effects().recorded(rollout, "late verdict", event));
      } else {
        refused.run();
      }
    } else if (watch == number - 1
        && around.agenda().now() < givenUp + HEARS_AFTER_SECONDS
        && stillWatches(rollout)) {
      around.effects().recorded(rollout, "late verdict", event);
    }
  }

  private boolean stillWatches(RegionAttempt rollout) {
    ReleaseState own = around.book().state();
    ReleaseState now =
        own.neighbours()
            .other()
            .map(other -> NeighbourDecision.upToDate(own, around.beside().state(other)))
            .orElse(own);
    return ReleaseDecision.watches(now, rollout.region());
  }
}
