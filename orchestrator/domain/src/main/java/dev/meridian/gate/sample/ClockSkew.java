package dev.meridian.gate.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a metrics system's clock is from ours, as one question shows it: it said its time at some
 * moment between the question and the answer, so it is known to within half of what they took.
 *
 * <p>Samples carry that clock's time. Up to {@link #TOLERATED} it does not matter: a clock that is
 * behind makes samples late by no more than intervals are waited for, one that is ahead moves what
 * was counted by a fraction of an interval. Beyond it a region would be compared with other minutes
 * of its control, and what was served before the exposure would count after it. The grid is not
 * moved by what was measured: a measurement that changes would count some seconds twice and others
 * never.
 *
 * @param ahead of ours, below zero when it is behind
 * @param doubt most by which {@code ahead} may be wrong
 */
public record ClockSkew(Duration ahead, Duration doubt) {
  /** What the settle delay covers. */
  public static final Duration TOLERATED = Duration.ofSeconds(5);

  /**
   * @param asked our time before the question
   * @param said its time
   * @param answered our time after the answer
   */
  public static ClockSkew of(Instant asked, Instant said, Instant answered) {
    Duration half = Duration.between(asked, answered).dividedBy(2);
    return new ClockSkew(Duration.between(asked.plus(half), said), half);
  }

  /** Why its samples cannot be used; empty when they can, or when too little is known of it. */
  public Optional<String> trouble() {
    Duration surely = ahead.abs().minus(doubt);
    if (surely.compareTo(TOLERATED) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "its clock is %s %s ours (known to %s), and may be %d s off at most",
            seconds(ahead.abs()),
            ahead.isNegative() ? "behind" : "ahead of",
            seconds(doubt),
            TOLERATED.toSeconds()));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
  }
}
