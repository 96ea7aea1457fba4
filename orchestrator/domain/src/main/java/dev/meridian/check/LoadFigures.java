package dev.meridian.check;

import java.time.Duration;
import java.util.Locale;

/** Figures of a load as people read them. */
final class LoadFigures {
  private LoadFigures() {}

  static String of(LoadReport report) {
    LoadReport.Latency latency = report.latency();
    return String.format(Locale.ROOT, "%.1f requests/s, ", report.achievedRate())
        + String.format(
            Locale.ROOT, "mean %s, p50 %s, ", millis(latency.mean()), millis(latency.p50()))
        + String.format(
            Locale.ROOT, "p90 %s, p99 %s, ", millis(latency.p90()), millis(latency.p99()))
        + report.failed()
        + " errors"
        + (report.errors().isEmpty() ? "" : " " + report.errors());
  }

  static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
  }

  /** {@code 0.418}, {@code 1.24}, {@code 200}, {@code 268,435,456}. */
  static String number(double number) {
    if (Math.abs(number) >= 100) {
      return String.format(Locale.ROOT, "%,.0f", number);
    }
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : String.format(Locale.ROOT, "%.3g", number);
  }
}
