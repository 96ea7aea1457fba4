package dev.meridian.gate.bake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.sample.Measured;
import dev.meridian.region.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many healthy bakes of 480 readings (2 hours at 15 s) a distribution gate stops: it is a rule,
 * and readings that resemble the one before, or days that differ, make it stop more than its p
 * promises. {@code docs/gates.md} prints this table.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DistributionFalseStopsTest {
  private static final int BAKES = 2000;
  private static final int READINGS = 480;
  private static final Duration INTERVAL = Duration.ofSeconds(15);
  private static final Instant EXPOSED = BakeWorld.EXPOSED;

  /** A stationary series of variance 1, each reading so much like the one before. */
  private static final class Day {
    private final SplittableRandom random;
    private final double likeness;
    private final double level;
    private double noise;

    Day(SplittableRandom random, double likeness, double levels) {
      this.random = random;
      this.likeness = likeness;
      level = levels * random.nextGaussian();
      noise = random.nextGaussian();
    }

    Measured<Double> next() {
      noise = likeness * noise + Math.sqrt(1 - likeness * likeness) * random.nextGaussian();
      return new Measured.Seen<>(level + noise);
    }
  }

  /**
   * @param likeness correlation of each reading with the one before
   * @param levels deviation of a day's level, in those of its readings
   * @param share of healthy bakes stopped
   */
  @ParameterizedTest
  @CsvSource({
    "0.7, 0, 0, 0.002",
    "0.7, 0.5, 0, 0.160",
    "0.7, 0.9, 0, 0.869",
    "0.7, 0.5, 0.25, 0.298",
    "0.8, 0.5, 0.25, 0.059",
    "0.9, 0.5, 0.25, 0.004",
    "0.9, 0.9, 0, 0.245",
  })
  void healthyBakes_areStoppedThisOften(
      double least, double likeness, double levels, double share) {
    GateSpec.Distribution gate =
        new GateSpec.Distribution(
            "queue",
            true,
            "queue",
            GateSpec.Direction.INCREASE,
            50,
            least,
            INTERVAL,
            Share.ofFraction(0.5));
    SplittableRandom random = new SplittableRandom(11);
    int stopped = 0;
    for (int i = 0; i < BAKES; i++) {
      Day contender = new Day(random, likeness, levels);
      Day incumbent = new Day(random, likeness, levels);
      stopped += stops(gate, contender, incumbent) ? 1 : 0;
    }

    assertThat(stopped / (double) BAKES).isCloseTo(share, within(0.02));
  }

  private static boolean stops(GateSpec.Distribution gate, Day contender, Day incumbent) {
    BakeSubject subject =
        new BakeSubject(
            BakeWorld.SEOUL,
            List.of(gate),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            EXPOSED);
    DistributionFold fold = new DistributionFold(gate);
    GateState.Distribution state = fold.begin(EXPOSED);
    Instant at = EXPOSED;
    for (int i = 0; i < READINGS; i++) {
      GridObservations grid =
          new GridObservations(at, at.plus(INTERVAL), new TreeMap<>(), new TreeMap<>());
      state =
          fold.fold(
              state,
              new Step(subject, grid),
              new GateObservation.Reading(contender.next(), incumbent.next()));
      at = at.plus(INTERVAL);
    }
    return state.crossing().isPresent();
  }
}
