package dev.meridian.region.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PlanCheckerTest {
  @Test
  void plans_ofVariedWorlds_keepEveryLawAndFigure() {
    for (long seed = 0; seed < 500; seed++) {
      assertThat(PlanChecker.violation(seed)).as("seed " + seed).isEmpty();
    }
  }
}
