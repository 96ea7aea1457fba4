package dev.meridian.worker.check;

import dev.meridian.region.Share;
import dev.meridian.service.CheckSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the figures of a load check mean. Pure. */
final class LoadJudgement {
  /** Of the wanted rate, which must be answered: the rest is rounding of a short schedule. */
  private static final double RATE_FLOOR = 0.95;

  /** Share of requests that our own generator may send late before the figures mean nothing. */
  private static final double LATE_SHARE = 0.01;

  private LoadJudgement() {}

  /** The sentence that says why the figures mean nothing; empty when they do. */
  static Optional<String> inconclusive(LoadReport report) {
    if (report.late() <= report.planned() * LATE_SHARE) {
      return Optional.empty();
    }
    return Optional.of(
        "the generator was late for "
            + report.late()
            + " of "
            + report.planned()
            + " requests: this worker is too busy to measure");
  }

  static CheckOutcome judge(CheckSpec.Load load, LoadReport report) {
    List<String> broken = new ArrayList<>();
    if (report.achievedRate() < load.rate() * RATE_FLOOR) {
      broken.add(
          String.format(
              Locale.ROOT, "%.1f requests/s answered of %.1f", report.achievedRate(), load.rate()));
    }
    CheckSpec.Load.Limits limits = load.limits();
    LoadReport.Latency latency = report.latency();
    over("mean", latency.mean(), limits.mean()).ifPresent(broken::add);
    over("p50", latency.p50(), limits.p50()).ifPresent(broken::add);
    over("p90", latency.p90(), limits.p90()).ifPresent(broken::add);
    over("p99", latency.p99(), limits.p99()).ifPresent(broken::add);
    limits.errors().flatMap(limit -> over(report, limit)).ifPresent(broken::add);
    String figures = figures(report);
    return broken.isEmpty()
        ? new CheckOutcome(true, figures + "; within every limit")
        : new CheckOutcome(false, String.join("; ", broken) + " (" + figures + ")");
  }

  private static Optional<String> over(String name, Duration measured, Optional<Duration> limit) {
    return limit
        .filter(most -> measured.compareTo(most) > 0)
        .map(most -> name + " " + millis(measured) + " over its limit of " + millis(most));
  }

  private static Optional<String> over(LoadReport report, Share limit) {
    double share = (double) report.failed() / report.planned();
    return share > limit.fraction()
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "errors %.3f %% over their limit of %.3f %%",
                share * 100,
                limit.fraction() * 100))
        : Optional.empty();
  }

  private static String figures(LoadReport report) {
    LoadReport.Latency latency = report.latency();
    return String.format(
            Locale.ROOT,
            "%.1f requests/s, mean %s, ",
            report.achievedRate(),
            millis(latency.mean()))
        + String.format(
            Locale.ROOT, "p50 %s, p90 %s, ", millis(latency.p50()), millis(latency.p90()))
        + String.format(Locale.ROOT, "p99 %s, %d errors", millis(latency.p99()), report.failed())
        + (report.errors().isEmpty() ? "" : " " + report.errors());
  }

  private static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
  }
}
