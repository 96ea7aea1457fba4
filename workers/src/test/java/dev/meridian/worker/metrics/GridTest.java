package dev.meridian.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.sample.Tiling;
import dev.meridian.region.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {
  private static final Instant EXPOSED = Instant.parse("2026-03-01T12:00:00.123456Z");
  private static final Instant ORIGIN = Instant.parse("2026-03-01T12:00:00.123Z");

  private static GateSpec every(int seconds) {
    return new GateSpec.Trend(
        "every-" + seconds,
        true,
        "q",
        1,
        Duration.ofHours(1),
        Duration.ofSeconds(seconds),
        Share.ofFraction(0.5));
  }

  @Test
  void of_gatesOfDifferentIntervals_stepsByTheirGreatestCommonDivisor() {
    Grid grid = Grid.of(EXPOSED, List.of(every(15), every(40), every(60)));

    assertThat(grid).isEqualTo(new Grid(ORIGIN, Duration.ofSeconds(5)));
  }

  @Test
  void steps_onlyThoseThatAreOver_andNotTooMany() {
    Grid grid = Grid.of(EXPOSED, List.of(every(15)));

    assertThat(grid.steps(ORIGIN, ORIGIN.plusSeconds(14), 100)).isEmpty();
    assertThat(grid.steps(ORIGIN, ORIGIN.plusSeconds(31), 100))
        .contains(new Tiling(ORIGIN, Duration.ofSeconds(15), 2));
    assertThat(grid.steps(ORIGIN, ORIGIN.plusSeconds(3600), 10))
        .contains(new Tiling(ORIGIN, Duration.ofSeconds(15), 10));
  }

  @Test
  void intervals_ofASlowGate_endWhereItsOwnGridDoes() {
    Grid grid = Grid.of(EXPOSED, List.of(every(15), every(60)));
    Tiling early = new Tiling(ORIGIN, Duration.ofSeconds(15), 3);
    Tiling later = new Tiling(ORIGIN.plusSeconds(45), Duration.ofSeconds(15), 6);

    assertThat(grid.intervals(every(60), early)).isEmpty();
    assertThat(grid.intervals(every(60), later))
        .contains(new Tiling(ORIGIN, Duration.ofSeconds(60), 2));
    assertThat(grid.intervals(every(15), later)).contains(later);
  }
}
