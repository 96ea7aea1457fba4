package dev.meridian.gate.statistics;

import dev.meridian.gate.sample.Counts;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * Measures kappa and phi on blocks of five minutes.
 *
 * <p>Given how many were bad on both sides of a block (s), the contender's share of them is
 * binomial with pi = kappa n / (kappa n + m). The estimate solves SUM x = SUM s pi. The bound is
 * where the score test rejects: SUM s pi - SUM x = z sqrt(phi SUM s pi (1 - pi)), which stays sound
 * when x is 0.
 *
 * <p>phi = max(1, D + 2.33 se(D) + 0.4 (D - 1)), with D the Pearson dispersion of the blocks, and
 * its standard error from their own scatter: weather that comes rarely and heavily is known worse
 * by the same number of blocks, and pays for it. Without weather that is 1.2 after a day and 1.07
 * after a week. What exceeds 1 is weather, whose tails are heavier than a quasi-likelihood allows
 * for: hence the share of it on top.
 */
public final class Calibrator {
  /** 24 hours of blocks of five minutes, of which a sixth may be missing. */
  public static final int BLOCKS_NEEDED = 240;

  private static final double PHI_Z = Normal.upperQuantile(0.01);
  private static final double TAILS = 0.4;
  private static final double LOG_RANGE = Math.log(1e4);
  private static final int HALVINGS = 45;

  private Calibrator() {}

  /**
   * @param blocks the region and its control, incumbent everywhere; incomplete ones are left out
   * @param error chance that kappa is below the true ratio, paid from alpha
   */
  public static Calibration calibrate(List<Pair> blocks, double error) {
    List<Pair> complete = blocks.stream().filter(Pair::complete).toList();
    if (complete.size() < BLOCKS_NEEDED) {
      return new Calibration.Unknown(
          ownPhi(blocks),
          String.format(
              Locale.ROOT,
              "%d of the %d five-minute blocks of history that a comparison needs",
              complete.size(),
              BLOCKS_NEEDED));
    }
    double x = complete.stream().mapToDouble(block -> block.contender().bad()).sum();
    double s = complete.stream().mapToDouble(Pair::bad).sum();
    if (s - x <= 0) {
      return new Calibration.Unknown(
          ownPhi(blocks), "the control had no bad event in its history to compare with");
    }
    Shares shares = Shares.of(complete);
    double ratio = solve(kappa -> shares.expected(kappa) - x);
    double phi = phi(complete, ratio);
    double z = Normal.upperQuantile(error);
    double bound =
        solve(kappa -> shares.expected(kappa) - x - z * Math.sqrt(phi * shares.variance(kappa)));
    double controlRate =
        complete.stream().map(Pair::control).reduce(Counts.NONE, Counts::plus).rate();
    return new Calibration.Known(bound, phi, ratio, complete.size(), controlRate);
  }

  /** phi of a region by itself: its blocks against its own mean rate. */
  private static double ownPhi(List<Pair> blocks) {
    List<Counts> seen =
        blocks.stream().map(Pair::contender).filter(block -> block.all() > 0).toList();
    double rate = seen.stream().reduce(Counts.NONE, Counts::plus).rate();
    if (seen.size() < BLOCKS_NEEDED || rate <= 0 || rate >= 1) {
      return 1;
    }
    return phi(
        seen.stream()
            .mapToDouble(
                block -> squared(block.bad() - block.all() * rate, block.all() * rate, 1 - rate)));
  }

  private static double phi(List<Pair> blocks, double kappa) {
    return phi(
        blocks.stream()
            .filter(block -> block.bad() > 0)
            .mapToDouble(block -> {
              double share = block.share(kappa);
              double expected = block.bad() * share;
              return squared(block.contender().bad() - expected, expected, 1 - share);
            }));
  }

  /** One block's part of Pearson's statistic: the gap in standard deviations, squared. */
  private static double squared(double gap, double expected, double rest) {
    return gap * gap / (expected * rest);
  }

  /** phi of such parts; one degree of freedom is spent. */
  private static double phi(DoubleStream parts) {
    double[] each = parts.toArray();
    if (each.length < 2) {
      return 1;
    }
    double dispersion = DoubleStream.of(each).sum() / (each.length - 1);
    double scatter = 0;
    for (double part : each) {
      scatter += (part - dispersion) * (part - dispersion);
    }
    double error = Math.sqrt(scatter / (each.length - 1) / each.length);
    return Math.max(1, dispersion + PHI_Z * error + TAILS * Math.max(0, dispersion - 1));
  }

  /** n, m and s of each block that counted anything bad, ready to be asked very often. */
  private record Shares(List<double[]> blocks) {
    static Shares of(List<Pair> blocks) {
      return new Shares(
          blocks.stream()
              .filter(block -> block.bad() > 0)
              .map(block ->
                  new double[] {block.contender().all(), block.control().all(), block.bad()})
              .toList());
    }

    /** SUM s pi. */
    double expected(double kappa) {
      double sum = 0;
      for (double[] block : blocks) {
        sum += block[2] * share(block, kappa);
      }
      return sum;
    }

    /** SUM s pi (1 - pi). */
    double variance(double kappa) {
      double sum = 0;
      for (double[] block : blocks) {
        double share = share(block, kappa);
        sum += block[2] * share * (1 - share);
      }
      return sum;
    }

    private static double share(double[] block, double kappa) {
      double raised = kappa * block[0];
      return raised / (raised + block[1]);
    }
  }

  /** The kappa between 1/10,000 and 10,000 at which a rising function crosses 0. */
  private static double solve(DoubleUnaryOperator rising) {
    double low = -LOG_RANGE;
    double high = LOG_RANGE;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (rising.applyAsDouble(Math.exp(middle)) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.exp(high);
  }
}
