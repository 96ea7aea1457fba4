package dev.meridian.bench.missing;

import dev.meridian.gate.sample.ClockSkew;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;

/** What is found when a metrics system is asked for its time. */
final class WrongClock {
  private static final Instant ASKED = Watched.EXPOSED;

  private WrongClock() {}

  /** Of a clock that is 6 s to 10 minutes off, by an answer that takes less than a second. */
  static Optional<String> trouble(SplittableRandom random) {
    long off = random.nextLong(6_000, 600_000) * (random.nextBoolean() ? 1 : -1);
    Duration took = Duration.ofMillis(random.nextLong(1_000));
    Instant said = ASKED.plus(took.dividedBy(2)).plusMillis(off);
    return ClockSkew.of(ASKED, said, ASKED.plus(took)).trouble();
  }
}
