package dev.meridian.gate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EProcessTest {
  /** The formula as written, start by start. */
  private static double asWritten(List<List<Double>> terms, List<Integer> starts) {
    int legs = terms.getFirst().size();
    double value = 1;
    for (int k = 0; k < starts.size(); k++) {
      double weight = 1.0 / ((k + 1) * (k + 2));
      double sum = 0;
      for (int j = 0; j < legs; j++) {
        double exponent = 0;
        for (int t = starts.get(k); t < terms.size(); t++) {
          exponent += terms.get(t).get(j);
        }
        sum += Math.exp(exponent) / legs;
      }
      value += weight * (sum - 1);
    }
    return value;
  }

  @Test
  void begin_isWealthOne() {
    assertThat(EProcess.begin(6).logValue()).isCloseTo(0, within(1e-12));
  }

  @Test
  void logValue_severalStartsAndLegs_equalsTheFormulaAsWritten() {
    Chance chance = new Chance(11);
    EProcess process = EProcess.begin(3);
    List<List<Double>> terms = new ArrayList<>();
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int t = 0; t < 60; t++) {
      if (t > 0 && t % 20 == 0) {
        process = process.lateStart();
        starts.add(t);
      }
      List<Double> now =
          List.of(chance.gaussian() / 3, chance.gaussian() / 3 - 0.1, chance.gaussian() / 3 + 0.1);
      terms.add(now);
      process = process.plus(now::get);
      assertThat(Math.exp(process.logValue()))
          .isCloseTo(asWritten(terms, starts), within(1e-9 * Math.exp(process.logValue())));
    }
    assertThat(process.starts()).isEqualTo(3);
  }

  @Test
  void logValue_afterADayOfDecline_stillSeesANewStart() {
    EProcess process = EProcess.begin(1);
    for (int t = 0; t < 5760; t++) {
      process = t % 20 == 0 && t > 0 ? process.lateStart() : process;
      process = process.plus(_ -> -3.0);
    }
    assertThat(process.logValue()).isLessThan(0);
    process = process.lateStart();
    process = process.plus(_ -> 30.0);

    assertThat(process.logValue()).isCloseTo(30 - Math.log(289.0 * 290.0), within(0.1));
  }
}
