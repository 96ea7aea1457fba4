package dev.meridian.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.evacuation.EvacuationChecker;
import dev.meridian.gate.bake.BakeChecker;
import dev.meridian.gate.sample.CountersChecker;
import dev.meridian.gate.statistics.StatisticsChecker;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A few worlds of each checker; {@code ./meridian bench seeded-bugs} proves that they bite. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CheckersTest {
  private static void nothingIn(int seeds, LongFunction<Optional<String>> violation) {
    for (long seed = 0; seed < seeds; seed++) {
      assertThat(violation.apply(seed)).as("seed " + seed).isEmpty();
    }
  }

  @Test
  void bakes_besideAJudgeThatKeepsEverything_areJudgedAlike() {
    nothingIn(300, BakeChecker::violation);
  }

  @Test
  void statistics_besideTheirFormulas_areTheSame() {
    nothingIn(300, StatisticsChecker::violation);
  }

  @Test
  void counters_besideAPlainWalk_countTheSame() {
    nothingIn(2_000, CountersChecker::violation);
  }

  @Test
  void evacuations_besideAPlainSolver_areTheSame() {
    nothingIn(3_000, EvacuationChecker::violation);
  }
}
