package dev.meridian.gate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.gate.statistics.Trend.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeakTest {
  private static final double LIMIT = 512;
  private static final Duration HORIZON = Duration.ofHours(12);
  private static final Duration TWO_HOURS = Duration.ofHours(2);

  private static List<Point> points(Duration length, LongToDoubleFunction value) {
    Thinned thinned = Thinned.toAtMost(128);
    for (long second = 15; second <= length.toSeconds(); second += 15) {
      thinned = thinned.with(new Point(second, value.applyAsDouble(second)));
    }
    return thinned.points();
  }

  private static Optional<Leak> find(List<Point> points) {
    return Leak.find(points, List.of(), LIMIT, HORIZON);
  }

  @Test
  void trend_lineWithOutliers_keepsItsSlope() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      points.add(new Point(i * 10L, i % 9 == 0 ? 5000 : 3 * i));
    }
    assertThat(Trend.of(points).slope()).isCloseTo(0.3, within(0.02));
    assertThat(Trend.of(points).z()).isGreaterThan(4);
  }

  @Test
  void thinned_manyPoints_keepsAtMostItsCapacityEvenlySpaced() {
    Thinned thinned = Thinned.toAtMost(128);
    for (int i = 0; i < 2880; i++) {
      thinned = thinned.with(new Point(i, i));
    }
    assertThat(thinned.points()).hasSizeBetween(64, 128);
    assertThat(thinned.seen()).isEqualTo(2880);
    List<Point> kept = thinned.points();
    int stride = thinned.stride();
    assertThat(IntStream.range(1, kept.size()))
        .allMatch(i -> kept.get(i).second() - kept.get(i - 1).second() == stride);
  }

  @Test
  void find_steadyLeakUnderNoise_isProjected() {
    Chance chance = new Chance(1);
    Optional<Leak> leak =
        find(points(TWO_HOURS, second -> 256 + 40.0 * second / 3600 + 3 * chance.gaussian()));

    assertThat(leak)
        .hasValueSatisfying(found -> {
          assertThat(found.slope() * 3600).isBetween(34.0, 42.0);
          assertThat(found.toLimit()).isBetween(Duration.ofHours(4), Duration.ofHours(6));
        });
  }

  @Test
  void find_leakBeyondTheHorizon_isNone() {
    assertThat(find(points(TWO_HOURS, second -> 256 + 10.0 * second / 3600))).isEmpty();
  }

  @Test
  void find_tooShort_isNone() {
    assertThat(find(points(Duration.ofHours(1), second -> 256 + 100.0 * second / 3600))).isEmpty();
    assertThat(find(List.of())).isEmpty();
  }

  @Test
  void find_alreadyAtTheLimit_isFoundAtOnce() {
    assertThat(find(points(Duration.ofMinutes(5), second -> 600)))
        .hasValueSatisfying(found -> assertThat(found.toLimit()).isZero());
  }

  @Test
  void find_healthyShapes_areNeverLeaks() {
    for (int seed = 0; seed < 40; seed++) {
      Chance chance = new Chance(seed);
      int phase = seed * 97;
      List<LongToDoubleFunction> shapes =
          List.of(
              second -> 300 + 20 * chance.gaussian(),
              second -> 250 + 100.0 * ((second + phase) % 3600) / 3600 + chance.gaussian(),
              second -> 250 + 100.0 * ((second + phase) % 900) / 900 + chance.gaussian(),
              second -> 300 + 100 * (1 - Math.exp(-second / 900.0)) + chance.gaussian(),
              second -> 300);
      for (LongToDoubleFunction shape : shapes) {
        for (int minutes : new int[] {90, 120, 240, 720}) {
          assertThat(find(points(Duration.ofMinutes(minutes), shape)))
              .as("shape %d, %d minutes, seed %d", shapes.indexOf(shape), minutes, seed)
              .isEmpty();
        }
      }
    }
  }

  @Test
  void find_sameCurveAsTheIncumbentADayEarlier_isNone() {
    LongToDoubleFunction morning = second -> 250 + 40.0 * second / 3600;

    assertThat(find(points(TWO_HOURS, morning))).isPresent();
    assertThat(Leak.find(points(TWO_HOURS, morning), points(TWO_HOURS, morning), LIMIT, HORIZON))
        .isEmpty();
  }
}
