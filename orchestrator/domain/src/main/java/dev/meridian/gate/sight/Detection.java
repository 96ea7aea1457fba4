package dev.meridian.gate.sight;

import dev.meridian.gate.statistics.AlphaShare;
import dev.meridian.gate.statistics.Calibration;
import dev.meridian.gate.statistics.PairedTest;
import java.time.Duration;
import java.util.Optional;

/**
 * When a rise is found, on average: the wealth that a test still needs, divided by what it gains in
 * a second.
 *
 * <p>It needs ln(limit) + ln(2 x number of rises bet on): the first start has half of the wealth,
 * each rise its share of that. It gains, with n and m requests/s, a bad rate b here and y in the
 * control, at best over r:
 *
 * <pre>paired:  [n b ln r - (n b + m y) ln((r kappa n + m) / (kappa n + m))] / phi
 * ceiling: n [b ln r + (1 - b) ln((1 - r c) / (1 - c))] / phi</pre>
 *
 * @param own mean requests/s of the region
 * @param control mean requests/s of its control; 0 for none
 * @param ceiling c
 * @param baseline how it usually does
 * @param share of the false stops
 */
record Detection(double own, double control, double ceiling, Baseline baseline, AlphaShare share) {
  private static final double MOST_SECONDS = 3.2e8;
  private static final int HALVINGS = 50;

  /** Mean time from exposure until a rise of this factor is found; empty when it never is. */
  Optional<Duration> after(double rise) {
    double bad = Math.min(1, rise * baseline.badRate());
    double seconds = Math.min(byControl(bad), byCeiling(bad));
    return seconds < MOST_SECONDS
        ? Optional.of(Duration.ofSeconds((long) Math.ceil(seconds)))
        : Optional.empty();
  }

  /** The smallest rise that is found within this time; empty when none is. */
  Optional<Double> smallestWithin(Duration time) {
    double low = 0;
    double high = Math.log(1 / baseline.badRate());
    if (!within(Math.exp(high), time)) {
      return Optional.empty();
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (within(Math.exp(middle), time)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Optional.of(Math.exp(high));
  }

  private boolean within(double rise, Duration time) {
    return after(rise).filter(found -> found.compareTo(time) <= 0).isPresent();
  }

  private double byControl(double bad) {
    if (!(baseline.calibration() instanceof Calibration.Known known) || control <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    double events = own * bad + control * baseline.badRate() / known.ratio();
    double n = known.kappa() * own;
    double gain = 0;
    for (double rise : PairedTest.RISES) {
      double odds = Math.log((rise * n + control) / (n + control));
      gain = Math.max(gain, (own * bad * Math.log(rise) - events * odds) / known.phi());
    }
    return needed(share.pairedLimit(), PairedTest.RISES.size()) / gain;
  }

  private double byCeiling(double bad) {
    double gain = 0;
    int rises = 0;
    for (double rise : PairedTest.RISES) {
      if (rise * ceiling < 1) {
        double good = Math.log((1 - rise * ceiling) / (1 - ceiling));
        double each = bad * Math.log(rise) + (1 - bad) * good;
        gain = Math.max(gain, own * each / baseline.calibration().phi());
        rises++;
      }
    }
    return rises == 0 ? Double.POSITIVE_INFINITY : needed(share.ceilingLimit(), rises) / gain;
  }

  private static double needed(double limit, int rises) {
    return Math.log(limit) + Math.log(2.0 * rises);
  }
}
