package dev.meridian.gate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** U, its effect and its p, against what is worked out by hand. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class MannWhitneyTest {
  private static List<Double> numbers(double... values) {
    return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
  }

  /** z = (12.5 - 0.5) / sqrt(25 / 12 * 11) = 2.5067. */
  @Test
  void of_separatedSamples_countsEveryPair() {
    MannWhitney test = MannWhitney.of(numbers(6, 10, 7, 9, 8), numbers(3, 1, 5, 2, 4));

    assertThat(test.u()).isEqualTo(25);
    assertThat(test.effect()).isEqualTo(1);
    assertThat(test.p()).isCloseTo(0.0121858, within(1e-6));
  }

  /** Ranks 1, 3, 3, 5.5: U = 12.5 - 10; ties 24 + 6 + 6; z = 5 / sqrt(16 / 12 * (9 - 36 / 56)). */
  @Test
  void of_ties_countHalfAndNarrowTheSpread() {
    MannWhitney test = MannWhitney.of(numbers(1, 2, 2, 3), numbers(2, 3, 4, 4));

    assertThat(test.u()).isEqualTo(2.5);
    assertThat(test.effect()).isEqualTo(2.5 / 16);
    assertThat(test.p()).isCloseTo(0.134170, within(1e-5));
  }

  @Test
  void of_samplesOfDifferentSize_countsPairs() {
    MannWhitney test = MannWhitney.of(numbers(2, 4), numbers(1, 3, 5));

    assertThat(test.u()).isEqualTo(3);
    assertThat(test.effect()).isEqualTo(0.5);
    assertThat(test.p()).isEqualTo(1);
  }

  @Test
  void of_swappedSamples_isTheSameFromTheOtherSide() {
    List<Double> one = numbers(1, 4, 4, 8, 9, 12);
    List<Double> other = numbers(2, 4, 7, 15, 16, 20);
    MannWhitney there = MannWhitney.of(one, other);
    MannWhitney back = MannWhitney.of(other, one);

    assertThat(there.effect() + back.effect()).isCloseTo(1, within(1e-12));
    assertThat(there.p()).isEqualTo(back.p());
  }

  @Test
  void of_identicalSamples_isNoDifference() {
    List<Double> same = numbers(3, 1, 4, 1, 5, 9, 2, 6);

    assertThat(MannWhitney.of(same, same)).isEqualTo(new MannWhitney(32, 0.5, 1));
  }

  @Test
  void of_everyReadingTheSame_isNoEvidence() {
    List<Double> zeros = numbers(0.0, -0.0, 0.0, -0.0);

    assertThat(MannWhitney.of(zeros, Collections.nCopies(4, 0.0)))
        .isEqualTo(new MannWhitney(8, 0.5, 1));
  }

  /** z = 1249.5 / sqrt(2500 / 12 * (101 - 2 * 124950 / 9900)) = 9.94. */
  @Test
  void of_twoDifferentConstants_isFullySeparated() {
    MannWhitney test = MannWhitney.of(Collections.nCopies(50, 2.0), Collections.nCopies(50, 1.0));

    assertThat(test.effect()).isEqualTo(1);
    assertThat(test.p()).isPositive().isLessThan(1e-20);
  }

  @Test
  void of_nothingOrNoNumber_isRefused() {
    assertThatThrownBy(() -> MannWhitney.of(List.of(), numbers(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MannWhitney.of(numbers(1), numbers(Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.158655253931457",
    "1.959963984540054, 0.025",
    "2.999, 0.00135433666",
    "3, 0.00134989803163",
    "6, 9.8658764503770e-10",
    "10, 7.6198530241605e-24"
  })
  void upperTail_ofTheNormalDistribution_isAsInTheTables(double z, double tail) {
    assertThat(Normal.upperTail(z)).isCloseTo(tail, within(tail * 1e-6));
  }
}
