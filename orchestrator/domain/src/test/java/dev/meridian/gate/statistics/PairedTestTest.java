package dev.meridian.gate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.gate.sample.Counts;
import org.junit.jupiter.api.Test;

class PairedTestTest {
  private static final Calibration.Known KNOWN = new Calibration.Known(1.5, 2, 1.2, 288, 0);

  private static Pair pair(double n, double x, double m, double y) {
    return new Pair(new Counts(n, x), new Counts(m, y));
  }

  /** Of n = 250, x = 5, m = 2500, y = 3 with kappa 1.5 and phi 2. */
  private static double term(double r) {
    return (5 * Math.log(r) - 8 * Math.log((r * 375 + 2500) / (375 + 2500))) / 2;
  }

  @Test
  void after_oneInterval_addsTheLogRatioOfEachRise() {
    PairedTest test = PairedTest.begin().after(pair(250, 5, 2500, 3), KNOWN);

    assertThat(test.process().legs())
        .extracting(EProcess.Leg::sum)
        .satisfiesExactly(
            sum -> assertThat(sum).isCloseTo(term(1.5), within(1e-12)),
            sum -> assertThat(sum).isCloseTo(term(2), within(1e-12)),
            sum -> assertThat(sum).isCloseTo(term(3), within(1e-12)),
            sum -> assertThat(sum).isCloseTo(term(5), within(1e-12)),
            sum -> assertThat(sum).isCloseTo(term(10), within(1e-12)),
            sum -> assertThat(sum).isCloseTo(term(30), within(1e-12)));
  }

  @Test
  void after_oneSideCountedNothing_saysNothingYet() {
    PairedTest before = PairedTest.begin();

    PairedTest contenderOnly = before.after(pair(250, 9, 0, 0), KNOWN);
    assertThat(contenderOnly.process()).isEqualTo(before.process());
    assertThat(before.after(pair(0, 0, 2500, 2), KNOWN).process()).isEqualTo(before.process());
    assertThat(contenderOnly.after(pair(0, 0, 2500, 2), KNOWN))
        .isEqualTo(before.after(pair(250, 9, 2500, 2), KNOWN));
  }

  @Test
  void after_equalRates_losesWealth() {
    PairedTest test = PairedTest.begin();
    for (int i = 0; i < 100; i++) {
      test = test.after(pair(1000, 1, 10000, 10), KNOWN);
    }
    assertThat(test.logValue()).isLessThan(0);
  }
}
