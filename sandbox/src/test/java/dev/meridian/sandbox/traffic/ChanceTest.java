package dev.meridian.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChanceTest {
  private static final int DRAWS = 40_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 1, 12, 29, 31, 5000})
  void poisson_drawnOften_hasMeanAndVarianceOfItsKind(double mean) {
    double[] moments = moments(chance -> chance.poisson(mean));
    assertThat(moments[0]).isCloseTo(mean, within(5 * Math.sqrt(mean / DRAWS)));
    assertThat(moments[1]).isCloseTo(mean, within(0.05 * mean + 0.003));
  }

  @ParameterizedTest
  @CsvSource({"10,0.3", "7000,0.001", "7000,0.02", "7000,0.5", "50,0.9", "7000,0.999"})
  void binomial_drawnOften_hasMeanAndVarianceOfItsKind(long n, double p) {
    double[] moments = moments(chance -> chance.binomial(n, p));
    double variance = n * p * (1 - p);
    assertThat(moments[0]).isCloseTo(n * p, within(5 * Math.sqrt(variance / DRAWS)));
    assertThat(moments[1]).isCloseTo(variance, within(0.05 * variance));
  }

  @Test
  void binomial_atItsEnds_isCertain() {
    Chance chance = Chance.at(1, 1);
    assertThat(chance.binomial(9, 0)).isZero();
    assertThat(chance.binomial(9, 1)).isEqualTo(9);
    assertThat(chance.binomial(0, 0.5)).isZero();
    assertThat(chance.poisson(0)).isZero();
  }

  @Test
  void draws_ofTheSameKey_areTheSame() {
    long key = Chance.key(1, "a", "b");
    assertThat(Chance.at(key, 5).uniform()).isEqualTo(Chance.at(key, 5).uniform());
    assertThat(Chance.key(1, "a", "b")).isNotEqualTo(Chance.key(1, "ab"));
    assertThat(Chance.key(1, "a")).isNotEqualTo(Chance.key(2, "a"));
    assertThat(Chance.at(key, 5).uniform()).isNotEqualTo(Chance.at(key, 6).uniform());
  }

  private static double[] moments(ToDoubleFunction<Chance> draw) {
    long key = Chance.key(3, "moments");
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double value = draw.applyAsDouble(Chance.at(key, i));
      sum += value;
      squares += value * value;
    }
    double mean = sum / DRAWS;
    return new double[] {mean, squares / DRAWS - mean * mean};
  }
}
