package dev.meridian.sandbox.world;

import dev.meridian.pace.Pace;
import java.time.Instant;

/** The world's now. It shares its anchor with Meridian's. */
public interface WorldClock {
  /** World time, microseconds. */
  Instant now();

  Pace pace();

  /** The clock of a running world: wall time by a pace. */
  static WorldClock of(Pace pace) {
    return new WorldClock() {
      @Override
      public Instant now() {
        return pace.at(Instant.now());
      }

      @Override
      public Pace pace() {
        return pace;
      }
    };
  }
}
