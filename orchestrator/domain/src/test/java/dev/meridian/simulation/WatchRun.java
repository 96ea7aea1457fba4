package dev.meridian.simulation;

import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
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
  private List<RegionAttempt> watched = List.of();
  private int number;
  private long givenUp;

  WatchRun(Surroundings around, Consumer<RegionEvent> then) {
    this.around = around;
    this.then = then;
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
      then.accept(around.effects().recorded(rollout, "late verdict", event));
    } else if (watch == number - 1 && around.agenda().now() < givenUp + HEARS_AFTER_SECONDS) {
      unheard(rollout, event);
    }
  }

  private void unheard(RegionAttempt rollout, RegionEvent event) {
    if (ReleaseDecision.watches(around.book().state(), rollout.region())) {
      around.effects().recorded(rollout, "late verdict", event);
    }
  }
}
