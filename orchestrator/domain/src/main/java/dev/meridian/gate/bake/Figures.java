package dev.meridian.gate.bake;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
public final class Figures {
  private static final double LARGEST = 1e300;
  private static final double PLAIN = 1e9;

  /** Beyond this a number only means: no doubt. */
  private static final double OVERWHELMING = 1e15;

  private Figures() {}

  /** {@code 1.24 %}; small shares keep two digits: {@code 0.0031 %}. */
  static String percent(double share) {
    double percent = share * 100;
    if (percent == 0) {
      return "0 %";
    }
    int digits = percent >= 0.095 ? 2 : (int) Math.ceil(1 - Math.log10(percent));
    String shown = String.format(Locale.ROOT, "%." + digits + "f", percent);
    return (digits > 2 ? shown.replaceFirst("0+$", "") : shown) + " %";
  }

  /** {@code 18,400}. */
  static String count(double number) {
    return String.format(Locale.ROOT, "%,d", Math.round(number));
  }

  /** e-values and ratios: {@code 4,211}, {@code 2.4}, {@code 3.1e+12}, {@code more than 1e+15}. */
  static String number(double number) {
    if (number >= OVERWHELMING) {
      return "more than 1e+15";
    }
    if (Math.abs(number) >= PLAIN) {
      return String.format(Locale.ROOT, "%.1e", number);
    }
    return Math.abs(number) >= 10
        ? count(number)
        : String.format(Locale.ROOT, "%.2g", number)
            .replaceFirst("(\\.\\d*?)0+$", "$1")
            .replaceFirst("\\.$", "");
  }

  /** From a logarithm, never infinite. */
  static double exp(double log) {
    return Math.min(LARGEST, Math.exp(log));
  }

  /** {@code 2 h 5 min}, {@code 45 s}. */
  public static String duration(Duration duration) {
    if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
      return duration.toSeconds() + " s";
    }
    if (duration.compareTo(Duration.ofHours(2)) < 0) {
      return duration.toMinutes() + " min";
    }
    int minutes = duration.toMinutesPart();
    return duration.toHours() + " h" + (minutes == 0 ? "" : " " + minutes + " min");
  }
}
