package dev.meridian.worker.metrics;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.sample.Tiling;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The instants at which gates are read: from the exposure, in steps that divide every gate's
 * interval.
 *
 * @param origin the exposure, in whole milliseconds as the metrics system knows them
 * @param step of the fold
 */
record Grid(Instant origin, Duration step) {
  static Grid of(Instant exposedAt, List<GateSpec> gates) {
    long millis =
        gates.stream()
            .mapToLong(gate -> gate.interval().toMillis())
            .reduce(0, Grid::greatestCommonDivisor);
    return new Grid(exposedAt.truncatedTo(ChronoUnit.MILLIS), Duration.ofMillis(millis));
  }

  /** Steps after {@code from} that are over at {@code now}, at most so many. */
  Optional<Tiling> steps(Instant from, Instant now, int most) {
    long over = Duration.between(from, now).dividedBy(step);
    return over < 1
        ? Optional.empty()
        : Optional.of(new Tiling(from, step, (int) Math.min(over, most)));
  }

  /** A gate's own intervals that end within the steps. */
  Optional<Tiling> intervals(GateSpec gate, Tiling steps) {
    long before = index(gate, steps.from());
    long after = index(gate, steps.until());
    return before == after
        ? Optional.empty()
        : Optional.of(
            new Tiling(
                lastEnd(gate, steps.from()), gate.interval(), Math.toIntExact(after - before)));
  }

  /** End of the gate's last interval that is over at an instant. */
  Instant lastEnd(GateSpec gate, Instant at) {
    return origin.plus(gate.interval().multipliedBy(index(gate, at)));
  }

  private long index(GateSpec gate, Instant at) {
    return Duration.between(origin, at).dividedBy(gate.interval());
  }

  private static long greatestCommonDivisor(long a, long b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
