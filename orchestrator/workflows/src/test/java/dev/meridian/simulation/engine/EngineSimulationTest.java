package dev.meridian.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.simulation.Simulations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What breaks here is looked into with {@code ./meridian simulate --workflows --seed-from K}. */
@Timeout(240)
class EngineSimulationTest {
  @Test
  void realWorkflows_inSimulatedWorldsWithFaultyActivities_breakNoLaw() {
    Simulations.Report report = EngineSimulations.run(0, 96);

    assertThat(report.violation()).isEmpty();
    assertThat(report.ends()).containsKeys("completed", "rolled back", "aborted", "stopped");
  }
}
