package dev.meridian.gate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.gate.sample.Counts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibratorTest {
  private static Calibration.Known known(Calibration calibration) {
    assertThat(calibration).isInstanceOf(Calibration.Known.class);
    return (Calibration.Known) calibration;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 3})
  void calibrate_regionsThatDiffer_boundsTheirTrueRatioFromAbove(double ratio) {
    int below = 0;
    for (int seed = 0; seed < 60; seed++) {
      SimulatedStream stream = new SimulatedStream(1000, 10, ratio, 0.5, 0.5);
      Calibration.Known known =
          known(Calibrator.calibrate(stream.history(new Chance(seed)), 0.001));
      below += known.kappa() < ratio ? 1 : 0;
      assertThat(known.ratio()).isCloseTo(ratio, within(0.25 * ratio));
      assertThat(known.kappa()).isGreaterThan(known.ratio()).isLessThan(2 * ratio);
    }
    assertThat(below).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 1.0, 1.6", "1, 4.0, 20.0"})
  void calibrate_weatherOfItsOwn_raisesPhi(double noise, double low, double high) {
    SimulatedStream stream = new SimulatedStream(1000, 10, 1, noise, 0.5);

    assertThat(known(Calibrator.calibrate(stream.history(new Chance(1)), 0.001)).phi())
        .isBetween(low, high);
  }

  @Test
  void calibrate_noBadEventInTheRegion_stillHasABound() {
    List<Pair> blocks = Collections.nCopies(288, new Pair(new Counts(100, 0), new Counts(1000, 1)));

    Calibration.Known known = known(Calibrator.calibrate(blocks, 0.001));

    assertThat(known.kappa()).isBetween(0.1, 1.0);
    assertThat(known.phi()).isEqualTo(1);
  }

  @Test
  void calibrate_tooFewBlocks_isUnknownAndSaysHowMany() {
    List<Pair> blocks = new SimulatedStream(1000, 10, 1, 1, 0).history(new Chance(1));

    Calibration calibration = Calibrator.calibrate(blocks.subList(0, 239), 0.001);

    assertThat(calibration)
        .isEqualTo(
            new Calibration.Unknown(
                1, "239 of the 240 five-minute blocks of history that a comparison needs"));
  }

  @Test
  void calibrate_controlWithoutBadEvents_isUnknownButKnowsItsOwnWeather() {
    List<Pair> blocks = new ArrayList<>();
    Chance chance = new Chance(3);
    for (int i = 0; i < 288; i++) {
      double bad = (double) chance.poisson(5 * chance.noise(1));
      blocks.add(new Pair(new Counts(5000, bad), new Counts(5000, 0)));
    }

    Calibration calibration = Calibrator.calibrate(blocks, 0.001);

    assertThat(calibration).isInstanceOf(Calibration.Unknown.class);
    assertThat(calibration.phi()).isGreaterThan(3);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0",
    "0.025, 1.959964",
    "0.001, 3.090232",
    "0.0000333, 3.98797",
    "0.9, -1.281552"
  })
  void upperQuantile_isTheNormalOne(double upper, double z) {
    assertThat(Normal.upperQuantile(upper)).isCloseTo(z, within(2e-4));
  }

  @Test
  void upperQuantile_outsideProbability_isRefused() {
    assertThatThrownBy(() -> Normal.upperQuantile(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("between 0 and 1");
  }
}
