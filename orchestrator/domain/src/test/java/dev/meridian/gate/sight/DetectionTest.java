package dev.meridian.gate.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.gate.statistics.AlphaShare;
import dev.meridian.gate.statistics.Calibration;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class DetectionTest {
  private static final double A_THOUSAND_A_MINUTE = 1000 / 60.0;
  private static final AlphaShare THIRTIETH = new AlphaShare(0.01 / 30);
  private static final Calibration.Known ALIKE = new Calibration.Known(1, 1, 1, 288, 0);

  @ParameterizedTest
  @CsvSource({
    // Simulated medians: 60 s, 135 s and 13 min; never without a control, below the ceiling.
    "10, 45, 75",
    "1, 110, 170",
    "0.1, 600, 1200"
  })
  void tenfoldRise_atAThousandAMinute_isFoundAsSimulated(double control, long from, long to) {
    Duration after = detection(control, 0.05).after(10).orElseThrow();

    assertThat(after).isBetween(Duration.ofSeconds(from), Duration.ofSeconds(to));
  }

  @Test
  void noControl_belowTheCeiling_nothingIsFound_aboveItIs() {
    Detection alone = detection(0, 0.05);

    assertThat(alone.after(10)).isEmpty();
    assertThat(alone.after(100)).isPresent();
    assertThat(alone.smallestWithin(Duration.ofHours(1)).orElseThrow()).isBetween(50.0, 70.0);
  }

  @Test
  void unknownCalibration_isTheCeilingOnly() {
    Baseline unknown = new Baseline(0.001, new Calibration.Unknown(1, "no history"));
    Detection detection =
        new Detection(A_THOUSAND_A_MINUTE, 10 * A_THOUSAND_A_MINUTE, 0.05, unknown, THIRTIETH);

    assertThat(detection.after(10)).isEmpty();
  }

  @Test
  void smallestRise_longerBakeOrLargerControl_isSmaller() {
    double hour = detection(1, 0.05).smallestWithin(Duration.ofHours(1)).orElseThrow();
    double day = detection(1, 0.05).smallestWithin(Duration.ofDays(1)).orElseThrow();
    double besideMany = detection(10, 0.05).smallestWithin(Duration.ofHours(1)).orElseThrow();

    assertThat(day).isGreaterThan(1).isLessThan(hour);
    assertThat(besideMany).isGreaterThan(1).isLessThan(hour);
    assertThat(detection(1, 0.05).after(hour * 1.001).orElseThrow())
        .isLessThanOrEqualTo(Duration.ofHours(1));
  }

  @Test
  void noRequestsOrNoTime_findsNothing() {
    Detection silent = new Detection(0, 5, 0.05, new Baseline(0.001, ALIKE), THIRTIETH);

    assertThat(silent.after(1000)).isEmpty();
    assertThat(silent.smallestWithin(Duration.ofDays(9))).isEmpty();
    assertThat(detection(10, 0.05).smallestWithin(Duration.ZERO)).isEmpty();
    assertThatThrownBy(() -> new Baseline(0, ALIKE)).hasMessageContaining("between 0 and 1");
  }

  private static Detection detection(double controlRatio, double ceiling) {
    return new Detection(
        A_THOUSAND_A_MINUTE,
        controlRatio * A_THOUSAND_A_MINUTE,
        ceiling,
        new Baseline(0.001, ALIKE),
        THIRTIETH);
  }
}
