package dev.meridian.gate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.gate.sample.Counts;
import dev.meridian.region.Share;
import org.junit.jupiter.api.Test;

class CeilingTestTest {
  private static final Share ONE_PERCENT = Share.ofFraction(0.01);

  private static int intervalsUntil(double rate, double limit, long seed) {
    Chance chance = new Chance(seed);
    CeilingTest test = CeilingTest.begin(ONE_PERCENT);
    for (int i = 1; i <= 480; i++) {
      test = i % 20 == 0 ? test.lateStart() : test;
      double bad = (double) chance.poisson(250 * rate);
      test = test.after(new Counts(250, bad), ONE_PERCENT, 1);
      if (test.logValue() >= Math.log(limit)) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  @Test
  void after_oneInterval_addsTheLogRatioOfEachRise() {
    CeilingTest test = CeilingTest.begin(ONE_PERCENT).after(new Counts(100, 4), ONE_PERCENT, 2);

    double twice = (4 * Math.log(2) + 96 * Math.log(0.98 / 0.99)) / 2;
    assertThat(test.process().legs()).hasSize(6);
    assertThat(test.process().legs().get(1).sum()).isCloseTo(twice, within(1e-12));
  }

  @Test
  void begin_highCeiling_betsOnlyOnRatesBelowOne() {
    assertThat(CeilingTest.begin(Share.ofFraction(0.05)).process().legs()).hasSize(5);
    assertThat(CeilingTest.begin(Share.ofFraction(0.5)).process().legs()).hasSize(1);
  }

  @Test
  void rateAtTheCeiling_forHours_isAlmostNeverCalledAboveIt() {
    int stops = 0;
    for (int seed = 0; seed < 300; seed++) {
      stops += intervalsUntil(0.01, 100, seed) == Integer.MAX_VALUE ? 0 : 1;
    }
    assertThat(stops).isLessThanOrEqualTo(6);
  }

  @Test
  void rateFiveTimesTheCeiling_isFoundWithinAMinute() {
    for (int seed = 0; seed < 100; seed++) {
      assertThat(intervalsUntil(0.05, 3000, seed)).isLessThanOrEqualTo(4);
    }
  }
}
