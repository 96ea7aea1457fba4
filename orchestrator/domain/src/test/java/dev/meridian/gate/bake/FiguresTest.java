package dev.meridian.gate.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0 %", "0.0124|1.24 %", "0.0004|0.04 %", "0.000031|0.0031 %", "0.5|50.00 %"})
  void percent_showsTwoDigitsThatTell(double share, String shown) {
    assertThat(Figures.percent(share)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4211.4|4,211",
        "2|2",
        "0.8|0.8",
        "2.44|2.4",
        "31|31",
        "0.25|0.25",
        "3.1e12|3.1e+12"
      })
  void number_isShort(double number, String shown) {
    assertThat(Figures.number(number)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"PT45S, 45 s", "PT90M, 90 min", "PT2H, 2 h", "PT12H5M, 12 h 5 min"})
  void duration_isReadable(Duration duration, String shown) {
    assertThat(Figures.duration(duration)).isEqualTo(shown);
  }

  @Test
  void exp_neverInfinite() {
    assertThat(Figures.exp(10_000)).isEqualTo(1e300);
  }
}
