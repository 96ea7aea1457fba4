package dev.meridian.gate.bake;

import java.time.Duration;

/** One step of the fold: what is judged, and the interval that was observed. */
record Step(BakeSubject subject, GridObservations grid) {
  /** Late starts are so far apart, and history is measured in blocks of the same length. */
  static final Duration BLOCK = Duration.ofMinutes(5);

  /** Whether, after so many starts, another is due at the beginning of this interval. */
  boolean startsLate(int starts) {
    return Duration.between(subject.exposedAt(), grid.from()).dividedBy(BLOCK) >= starts;
  }

  /** Whether a five-minute block ends with this interval. */
  boolean endsBlock() {
    return Duration.between(subject.exposedAt(), grid.until()).dividedBy(BLOCK)
        > Duration.between(subject.exposedAt(), grid.from()).dividedBy(BLOCK);
  }

  /** Seconds from the exposure to the end of this interval. */
  long second() {
    return Duration.between(subject.exposedAt(), grid.until()).toSeconds();
  }
}
