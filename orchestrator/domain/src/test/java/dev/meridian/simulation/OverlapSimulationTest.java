package dev.meridian.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two releases of one service in one world. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class OverlapSimulationTest {
  private static final long SEEDS = 10_000;

  @Test
  void releases_thatOverlapInRandomWorlds_keepEveryLaw() {
    Simulations.Report report = OverlapSimulations.run(0, SEEDS);

    assertThat(report.violation()).isEmpty();
    assertThat(report.ends())
        .containsKeys(
            "completed, completed",
            "completed, rolled back",
            "completed, aborted",
            "completed, stopped",
            "rolled back, rolled back",
            "aborted, rolled back",
            "stopped, completed");
  }

  @Test
  void releases_inWorldsOfMuchTrouble_keepEveryLaw() {
    assertThat(
            LongStream.range(0, SEEDS)
                .parallel()
                .boxed()
                .flatMap(seed -> OverlapSimulations.violation(seed).stream()))
        .isEmpty();
  }

  @Test
  void releases_ofTheSameSeed_areTheSame() {
    for (long seed = 0; seed < 200; seed++) {
      assertThat(OverlapSimulation.of(OverlapDraw.of(seed)))
          .isEqualTo(OverlapSimulation.of(OverlapDraw.of(seed)));
    }
  }

  /** The older one goes on by itself, and nothing that the younger did is held against it. */
  @Test
  void younger_thatIsTakenBackAlone_leavesTheOlderToComplete() {
    assertThat(
            LongStream.range(0, 2_000)
                .mapToObj(seed -> OverlapSimulation.of(OverlapDraw.of(seed)))
                .filter(result -> result.older().equals(of(ReleaseOutcome.COMPLETED)))
                .filter(result -> result.younger().equals(of(ReleaseOutcome.ROLLED_BACK)))
                .filter(result ->
                    result.entries().stream()
                        .map(Book.Entry::event)
                        .anyMatch(ReleaseEvent.YoungerLeft.class::isInstance)))
        .isNotEmpty();
  }

  private static Optional<ReleaseOutcome> of(ReleaseOutcome outcome) {
    return Optional.of(outcome);
  }
}
