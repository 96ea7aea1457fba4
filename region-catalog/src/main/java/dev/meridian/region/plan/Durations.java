package dev.meridian.region.plan;

import java.time.Duration;

/** Durations of plans: whole seconds, at most ten years, and the way people say them. */
final class Durations {
  /** As good as never. */
  static final Duration LONGEST = Duration.ofDays(3_650);

  private Durations() {}

  /** Rounded up to a whole second. */
  static Duration ofSeconds(double seconds) {
    return Duration.ofSeconds((long) Math.ceil(Math.min(seconds, (double) LONGEST.toSeconds())));
  }

  /** The two largest units that are not zero: {@code 1 d 2 h}, {@code 30 min}, {@code 0 s}. */
  static String say(Duration duration) {
    StringBuilder words = new StringBuilder();
    int said = 0;
    said += append(words, duration.toDays(), " d ");
    said += append(words, duration.toHoursPart(), " h ");
    said += said < 2 ? append(words, duration.toMinutesPart(), " min ") : 0;
    said += said < 2 ? append(words, duration.toSecondsPart(), " s ") : 0;
    return said == 0 ? "0 s" : words.toString().strip();
  }

  private static int append(StringBuilder words, long amount, String unit) {
    if (amount == 0) {
      return 0;
    }
    words.append(amount).append(unit);
    return 1;
  }
}
