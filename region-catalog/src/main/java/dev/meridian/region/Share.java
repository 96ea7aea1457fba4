package dev.meridian.region;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A share of a whole in parts per million: 0 to 1,000,000. One of three is 333,333, never 0. */
public record Share(@JsonValue int ppm) implements Comparable<Share> {
  public static final int WHOLE_PPM = 1_000_000;
  public static final Share NONE = new Share(0);
  public static final Share WHOLE = new Share(WHOLE_PPM);

  /**
   * @throws IllegalArgumentException outside 0 to 1,000,000
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Share {
    if (ppm < 0 || ppm > WHOLE_PPM) {
      throw new IllegalArgumentException("share should be 0 to 1000000 ppm: was " + ppm);
    }
  }

  /** {@code part} of {@code whole}, rounded to the nearest ppm; nothing of nothing is none. */
  public static Share of(double part, double whole) {
    return whole <= 0 ? NONE : ofFraction(Math.clamp(part / whole, 0, 1));
  }

  /**
   * A fraction between 0 and 1, rounded to the nearest ppm.
   *
   * @throws IllegalArgumentException outside 0 to 1
   */
  public static Share ofFraction(double fraction) {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException("share should be 0 to 1: was " + fraction);
    }
    return new Share(Math.toIntExact(Math.round(fraction * WHOLE_PPM)));
  }

  public double fraction() {
    return ppm / (double) WHOLE_PPM;
  }

  /** Sum, at most the whole. */
  public Share plus(Share other) {
    return new Share(Math.min(WHOLE_PPM, ppm + other.ppm));
  }

  @Override
  public int compareTo(Share other) {
    return Integer.compare(ppm, other.ppm);
  }

  /** For people: {@code 4.1 %}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f %%", ppm / 10_000.0);
  }
}
