package dev.meridian.region.plan;

import dev.meridian.region.RequestsPerSecond;
import dev.meridian.region.Trait;

/**
 * Peak requests/s in steps of two: 64 and 127 are one band, 128 is the next.
 *
 * @param exponent of the lower bound's power of two; -1 for everything below 1 request/s
 */
record TrafficBand(int exponent) implements Comparable<TrafficBand> {
  private static final int LOWEST = -1;
  private static final int HIGHEST = 40;

  static TrafficBand of(RequestsPerSecond peak) {
    return new TrafficBand(Math.clamp(Math.getExponent(peak.value()), LOWEST, HIGHEST));
  }

  Trait trait() {
    return new Trait(Trait.TRAFFIC_BAND, exponent < 0 ? "below-1" : lower() + "-to-" + 2 * lower());
  }

  @Override
  public int compareTo(TrafficBand other) {
    return Integer.compare(exponent, other.exponent);
  }

  /** For people: {@code 64 to 128 requests/s}. */
  @Override
  public String toString() {
    return exponent < 0 ? "below 1 request/s" : lower() + " to " + 2 * lower() + " requests/s";
  }

  private long lower() {
    return 1L << exponent;
  }
}
