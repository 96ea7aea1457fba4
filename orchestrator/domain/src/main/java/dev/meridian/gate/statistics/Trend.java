package dev.meridian.gate.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * A robust line through points: Theil and Sen's slope, the median over all pairs, and Kendall's z,
 * how surely it rises.
 *
 * @param slope per second
 * @param z Kendall's S over its deviation when there is no trend; ties make it a little small
 */
public record Trend(double slope, double z) {
  /**
   * @param second on any scale
   * @param value finite
   */
  public record Point(long second, double value) {}

  /**
   * @param points in order of time, 2 or more, at different seconds
   */
  public static Trend of(List<Point> points) {
    int n = points.size();
    double[] slopes = new double[n * (n - 1) / 2];
    long order = 0;
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double rise = points.get(j).value() - points.get(i).value();
        slopes[next++] = rise / (points.get(j).second() - points.get(i).second());
        order += (long) Math.signum(rise);
      }
    }
    Arrays.sort(slopes);
    double middle = (slopes[slopes.length / 2] + slopes[(slopes.length - 1) / 2]) / 2;
    return new Trend(middle, order / Math.sqrt(n * (n - 1.0) * (2 * n + 5.0) / 18));
  }

  /**
   * Kendall's S of the lowest values of {@code parts} equal stretches: how steadily the troughs
   * rise. Between -parts (parts - 1) / 2 and the same above 0.
   */
  static int troughs(List<Point> points, int parts) {
    double[] lows = new double[parts];
    for (int part = 0; part < parts; part++) {
      lows[part] =
          points.subList(part * points.size() / parts, (part + 1) * points.size() / parts).stream()
              .mapToDouble(Point::value)
              .min()
              .orElse(Double.POSITIVE_INFINITY);
    }
    int order = 0;
    for (int i = 0; i < parts; i++) {
      for (int j = i + 1; j < parts; j++) {
        order += (int) Math.signum(lows[j] - lows[i]);
      }
    }
    return order;
  }
}
