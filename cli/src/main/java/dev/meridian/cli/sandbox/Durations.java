package dev.meridian.cli.sandbox;

import java.time.Duration;

/** Durations for people: {@code 1 d 4 h}, {@code 3 h 12 min}, {@code 45 s}. */
public final class Durations {
  private Durations() {}

  public static String words(Duration duration) {
    if (duration.toDays() > 0) {
      return duration.toDays() + " d " + duration.toHoursPart() + " h";
    }
    if (duration.toHours() > 0) {
      return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
    return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
  }
}
