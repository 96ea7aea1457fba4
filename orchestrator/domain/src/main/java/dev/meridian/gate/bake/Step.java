package dev.meridian.gate.bake;

import java.time.Duration;
import java.time.Instant;

/** One step of the fold: what is judged, and the interval that was observed. */
record Step(BakeSubject subject, GridObservations grid) {
  /** Late starts are so far apart, and history is measured in blocks of the same length. */
  static final Duration BLOCK = Duration.ofMinutes(5);

  /** Whether, after so many starts, another is due at the beginning of this interval. */
  boolean startsLate(int starts) {
    return blocks(grid.from()) >= starts;
  }

  /** Whether a five-minute block ends with this interval. */
  boolean endsBlock() {
    return blocks(grid.until()) > blocks(grid.from());
  }

  /** Seconds from the exposure to the end of this interval. */
  long second() {
    return Duration.between(subject.exposedAt(), grid.until()).toSeconds();
  }

  /** Whole blocks since the exposure. Duration.dividedBy is exact by way of big decimals: slow. */
  private long blocks(Instant at) {
    return Duration.between(subject.exposedAt(), at).toNanos() / BLOCK.toNanos();
  }
}
