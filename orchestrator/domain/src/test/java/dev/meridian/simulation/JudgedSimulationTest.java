package dev.meridian.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.release.ReleaseOutcome;
import dev.meridian.simulation.judge.JudgedDraw;
import dev.meridian.simulation.judge.JudgedDraw.Scale;
import dev.meridian.simulation.judge.JudgedWorld;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class JudgedSimulationTest {
  @Test
  void releases_whoseEverySampleIsJudged_keepEveryLaw() {
    Simulations.Report report = JudgedSimulations.run(0, 300);

    assertThat(report.violation()).isEmpty();
    assertThat(report.ends())
        .containsKeys("healthy, completed", "defect, found by a gate", "defect, completed");
    assertThat(report.judged()).isGreaterThan(50_000);
  }

  @Test
  void release_ofTheSameSeed_isTheSame() {
    for (long seed = 0; seed < 20; seed++) {
      assertThat(JudgedRelease.troubled(JudgedDraw.of(seed, Scale.SMALL)))
          .isEqualTo(JudgedRelease.troubled(JudgedDraw.of(seed, Scale.SMALL)));
    }
  }

  /** In the canary's bake: the judge begins again at its checkpoint and reads the past. */
  @Test
  void release_crashedInMidBake_isJudgedAsWithoutACrash() {
    long readAgain = 0;
    for (JudgedWorld world : healthy(40)) {
      SimulatedWorld calm = WorldDraw.calm(world.seed(), world.schedule());
      SimulatedWorld crashed =
          new SimulatedWorld(calm.seed(), calm.regions(), true, List.of(), List.of(2_345L));

      Simulation.Result whole = Simulation.of(calm, world);
      Simulation.Result resumed = Simulation.of(crashed, world);

      assertThat(resumed.broken()).isEmpty();
      assertThat(resumed.outcome()).isEqualTo(whole.outcome());
      assertThat(resumed.endedAt()).isEqualTo(whole.endedAt());
      readAgain += resumed.judged() - whole.judged();
    }
    assertThat(readAgain).isPositive();
  }

  @Test
  void release_thatIsHealthy_meetsTheContenderEverywhereAndCompletes() {
    JudgedRelease release = healthy(40).stream().map(JudgedRelease::calm).findFirst().orElseThrow();

    assertThat(release.outcome()).contains(ReleaseOutcome.COMPLETED);
    assertThat(release.exposed())
        .hasSameSizeAs(release.world().places())
        .allSatisfy(exposed -> assertThat(exposed.until()).isEqualTo(Exposed.NEVER));
  }

  private static List<JudgedWorld> healthy(long seeds) {
    return LongStream.range(0, seeds)
        .mapToObj(seed -> JudgedDraw.of(seed, Scale.SMALL))
        .filter(world -> world.defect().isEmpty() && world.faults().isEmpty())
        .toList();
  }
}
