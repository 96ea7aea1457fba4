package dev.meridian.gate.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test's promises, kept on seeded streams: few false stops, early detection. */
class PairedTestSimulationTest {
  private static final int HALF_HOUR = 30;
  private static final int STARTS_EVERY = 20;
  private static final int NEVER = Integer.MAX_VALUE;
  private static final double ALPHA = 0.01;
  private static final Calibration.Known NAIVE = new Calibration.Known(1, 1, 1, 288, 0);

  /** Seconds until the limit is reached. */
  private static int seconds(List<Pair> bake, Calibration.Known known, double limit) {
    PairedTest test = PairedTest.begin();
    for (int i = 0; i < bake.size(); i++) {
      test = i > 0 && i % STARTS_EVERY == 0 ? test.lateStart() : test;
      test = test.after(bake.get(i), known);
      if (test.logValue() >= Math.log(limit)) {
        return (i + 1) * 15;
      }
    }
    return NEVER;
  }

  /** Measured on each stream's own history. */
  private static List<Integer> measured(
      SimulatedStream stream, AlphaShare share, double rise, int runs) {
    List<Integer> seconds = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      Chance chance = new Chance(1_000_003L * run + stream.hashCode());
      Calibration calibration =
          Calibrator.calibrate(stream.history(chance), share.calibrationError());
      seconds.add(
          calibration instanceof Calibration.Known known
              ? seconds(stream.bake(chance, HALF_HOUR, rise), known, share.pairedLimit())
              : NEVER);
    }
    return seconds.stream().sorted().toList();
  }

  /** Without a history: kappa and phi are 1, whatever the truth. */
  private static List<Integer> naive(SimulatedStream stream, double limit, double rise, int runs) {
    List<Integer> seconds = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      Chance chance = new Chance(7_000_003L * run + stream.hashCode());
      seconds.add(seconds(stream.bake(chance, HALF_HOUR, rise), NAIVE, limit));
    }
    return seconds.stream().sorted().toList();
  }

  private static long stopped(List<Integer> seconds) {
    return seconds.stream().filter(second -> second != NEVER).count();
  }

  private static int median(List<Integer> seconds) {
    return seconds.get(seconds.size() / 2);
  }

  @Test
  void healthyStreams_acrossLoadsNoiseAndRatios_areStoppedLessOftenThanAlpha() {
    long stops = 0;
    int streams = 0;
    int runs = 60;
    for (double load : new double[] {60, 200, 1000, 5000}) {
      for (double control : new double[] {10, 1}) {
        for (double ratio : new double[] {0.3, 1, 2}) {
          for (double noise : new double[] {0, 0.5, 1}) {
            SimulatedStream stream = new SimulatedStream(load, control, ratio, noise, 0.5);
            long here = stopped(measured(stream, new AlphaShare(ALPHA), 1, runs));
            assertThat(here).as("%s", stream).isLessThanOrEqualTo(3);
            stops += here;
            streams += runs;
          }
        }
      }
    }
    assertThat(streams).isEqualTo(4320);
    assertThat(stops).isLessThanOrEqualTo(Math.round(ALPHA * streams / 3));
  }

  /**
   * Scatter grows with the number of bad events, and a storm brings many to all regions at once. At
   * an own CV of 1 it stops 1.2 % of 400.
   */
  @ParameterizedTest
  @CsvSource({
    "1000, 10, 0.3",
    "5000, 10, 0.3",
    "20000, 10, 0.3",
    "5000, 1, 0.5",
    "20000, 10, 0.5",
    "5000, 10, 1",
  })
  void healthyStreams_inAStormEverywhere_areStoppedLessOftenThanAlpha(
      double load, double control, double noise) {
    SimulatedStream stream = new SimulatedStream(load, control, 1, noise, 0.2);
    AlphaShare share = new AlphaShare(ALPHA / 30);
    int stops = 0;
    for (int run = 0; run < 100; run++) {
      Chance chance = new Chance(3_000_017L * run + stream.hashCode());
      Calibration calibration =
          Calibrator.calibrate(stream.history(chance), share.calibrationError());
      List<Pair> bake = new ArrayList<>(stream.bake(chance, HALF_HOUR, 1));
      bake.addAll(stream.bake(chance, 4 * 60, 1, 5));
      boolean stopped =
          seconds(bake, (Calibration.Known) calibration, share.pairedLimit()) != NEVER;
      stops += stopped ? 1 : 0;
    }
    assertThat(stops).isLessThanOrEqualTo(noise < 1 ? 1 : 2);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 10, 2, 0",
    "1000, 10, 1, 1",
    "5000, 1, 1, 1",
    "5000, 10, 1, 0.5",
  })
  void healthyStreams_ignoringKappaAndPhi_areStoppedOften(
      double load, double control, double ratio, double noise) {
    SimulatedStream stream = new SimulatedStream(load, control, ratio, noise, 0.5);

    long naive = stopped(naive(stream, 1 / ALPHA, 1, 100));
    long calibrated = stopped(measured(stream, new AlphaShare(ALPHA), 1, 100));

    assertThat(naive).isGreaterThan(20);
    assertThat(calibrated).isLessThanOrEqualTo(3);
  }

  /** 0.1 % to 1 % at 1,000 requests a minute and an e-value of 3,000, kappa and phi known. */
  @ParameterizedTest
  @CsvSource({"10, 45, 75", "1, 105, 165", "0.1, 600, 960"})
  void tenfoldRise_knownCalibration_isFoundAsSoonAsDesigned(
      double control, int earliest, int latest) {
    SimulatedStream stream = new SimulatedStream(1000, control, 1, 0, 0);

    assertThat(median(naive(stream, 3000, 10, 201))).isBetween(earliest, latest);
  }

  @ParameterizedTest
  @CsvSource({"10, 0, 0.01, 60", "10, 0, 0.00033, 75", "1, 0, 0.00033, 210", "10, 0.5, 0.01, 300"})
  void tenfoldRise_calibrationMeasured_isFoundWithinMinutes(
      double control, double noise, double alpha, int latest) {
    SimulatedStream stream = new SimulatedStream(1000, control, 1, noise, 0.5);

    List<Integer> seconds = measured(stream, new AlphaShare(alpha), 10, 101);

    assertThat(median(seconds)).isLessThanOrEqualTo(latest);
    assertThat(seconds).doesNotContain(NEVER);
  }

  @Test
  void rise_thatBeginsAfterSixHours_isFoundByALateStart() {
    SimulatedStream stream = new SimulatedStream(1000, 10, 1, 0, 0.5);
    Chance chance = new Chance(5);
    AlphaShare share = new AlphaShare(ALPHA / 30);
    Calibration calibration =
        Calibrator.calibrate(stream.history(chance), share.calibrationError());
    List<Pair> bake = new ArrayList<>(stream.bake(chance, 360, 1));
    bake.addAll(stream.bake(chance, HALF_HOUR, 10));

    assertThat(calibration).isInstanceOf(Calibration.Known.class);
    assertThat(seconds(bake, (Calibration.Known) calibration, share.pairedLimit()))
        .isBetween(360 * 60 + 15, 360 * 60 + 600);
  }
}
