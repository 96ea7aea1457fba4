package dev.meridian.gate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockSkewTest {
  private static final Instant ASKED = Instant.parse("2026-03-02T06:00:00Z");

  @ParameterizedTest
  @CsvSource({"0, true", "5000, true", "5001, false", "-5000, true", "-5001, false"})
  void skew_upToTheSettleDelay_isTolerated(long millis, boolean tolerated) {
    ClockSkew skew = ClockSkew.of(ASKED, ASKED.plusMillis(millis), ASKED);
    assertThat(skew.trouble().isEmpty()).isEqualTo(tolerated);
  }

  @Test
  void skew_isMeasuredAgainstTheMiddleOfTheQuestion() {
    assertThat(ClockSkew.of(ASKED, ASKED.plusSeconds(21), ASKED.plusSeconds(2)))
        .isEqualTo(new ClockSkew(Duration.ofSeconds(20), Duration.ofSeconds(1)));
  }

  @Test
  void skew_ofASlowAnswer_isBelievedAsFarAsItIsSure() {
    assertThat(ClockSkew.of(ASKED, ASKED.plusSeconds(9), ASKED.plusSeconds(10)).trouble())
        .isEmpty();
    assertThat(ClockSkew.of(ASKED, ASKED.plusSeconds(19), ASKED.plusSeconds(10)).trouble())
        .contains("its clock is 14.0 s ahead of ours (known to 5.0 s), and may be 5 s off at most");
    assertThat(ClockSkew.of(ASKED, ASKED.minusSeconds(60), ASKED).trouble().orElseThrow())
        .contains("60.0 s behind ours");
  }
}
