package dev.meridian.simulation;

import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.decision.ReleaseStep;

/** L1 and L2: it ends or waits for a person, and no evacuation is left in the middle. */
final class LivenessLaws extends Chapter {
  private static final int MOST_DECISIONS = 5_000;

  private int decisions;

  LivenessLaws(Witness witness) {
    super(witness);
  }

  @Override
  void recorded(ReleaseEvent event) {
    if (event instanceof ReleaseEvent.ReleaseEnded) {
      witness.all().forEach(seen -> require("L1", !seen.open, seen, "is still open at the end"));
    }
  }

  @Override
  void chosen(ReleaseStep step) {
    decided();
  }

  /** Counted, so that a loop without end is seen. */
  void decided() {
    decisions++;
    require("L1", decisions < MOST_DECISIONS, "decisions without end");
  }

  @Override
  void stands() {
    boolean waits = witness.paused.isPresent() || witness.beside();
    require("L1", witness.ended || waits, "it stands still");
    for (Seen seen : witness.all()) {
      boolean done = !seen.evacuationIntended || seen.evacuationOver;
      require("L2", done, seen, "is evacuated half-way");
    }
  }
}
