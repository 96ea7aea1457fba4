package dev.meridian.gate.sample;

import java.time.Duration;
import java.time.Instant;

/**
 * Intervals without gap or overlap: interval {@code i} is {@code (from + i * length, from + (i + 1)
 * * length]}.
 *
 * @param from end of what was counted before
 * @param length of each
 * @param count how many, 1 or more
 */
public record Tiling(Instant from, Duration length, int count) {
  /** End of an interval. */
  public Instant end(int interval) {
    return from.plus(length.multipliedBy(interval + 1L));
  }

  /** End of the last interval. */
  public Instant until() {
    return end(count - 1);
  }

  /** The interval that holds {@code at}: below 0 when before, {@code count} or more when after. */
  int indexOf(Instant at) {
    long nanos = Duration.between(from, at).toNanos();
    return Math.toIntExact(Math.ceilDiv(nanos, length.toNanos()) - 1);
  }
}
