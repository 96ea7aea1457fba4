package dev.meridian.sandbox.prometheus;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as PromQL writes them: {@code 5m}, {@code 1h30m}. A year has 365 days. */
final class Durations {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:(\\d+)y)?(?:(\\d+)w)?(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?(?:(\\d+)ms)?");
  private static final long[] MILLIS = {
    31_536_000_000L, 604_800_000L, 86_400_000L, 3_600_000L, 60_000L, 1_000L, 1L
  };
  private static final String[] UNITS = {"y", "w", "d", "h", "m", "s", "ms"};

  private Durations() {}

  /** Milliseconds; empty when the text is no duration. */
  static Optional<Long> read(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (text.isEmpty() || !matcher.matches()) {
      return Optional.empty();
    }
    long millis = 0;
    for (int unit = 0; unit < MILLIS.length; unit++) {
      String count = matcher.group(unit + 1);
      if (count != null && count.length() <= 12) {
        millis += Long.parseLong(count) * MILLIS[unit];
      }
    }
    return Optional.of(millis);
  }

  /** As Prometheus prints it: years, weeks and days only when nothing is left over. */
  static String print(long millis) {
    if (millis == 0) {
      return "0s";
    }
    StringBuilder text = new StringBuilder();
    long left = millis;
    for (int unit = 0; unit < MILLIS.length; unit++) {
      boolean exactOnly = unit < 3;
      if (left >= MILLIS[unit] && (!exactOnly || left % MILLIS[unit] == 0)) {
        text.append(left / MILLIS[unit]).append(UNITS[unit]);
        left %= MILLIS[unit];
      }
    }
    return text.toString();
  }
}
