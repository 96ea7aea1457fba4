package dev.meridian.gate.statistics;

import dev.meridian.gate.statistics.Trend.Point;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A value that grows towards a limit and does not turn back.
 *
 * <p>Found only when it has been watched for an eighth of the horizon, rises surely (Kendall's z of
 * 4), rises still in its newer half (a cache that fills up slows down), its troughs rise steadily
 * (a sawtooth's do not), and it rises twice as fast as the incumbent's did at the same hours a day
 * earlier (a daily curve does not).
 *
 * @param level the median of its last points
 * @param slope per second, the smaller of the whole's and the newer half's
 * @param toLimit how long until the limit is reached at that slope
 */
public record Leak(double level, double slope, Duration toLimit) {
  private static final int FEWEST_POINTS = 32;
  private static final int FEWEST_TO_COMPARE = 16;
  private static final int LAST = 8;
  private static final int PARTS = 8;
  private static final int STEADY = 22;
  private static final double SURE = 4;
  private static final double FASTER = 2;
  private static final int SPANS_IN_HORIZON = 8;
  private static final double LONGEST_SECONDS = 1e9;

  /**
   * @param points of the contender
   * @param incumbent of the incumbent at the same hours earlier; may be empty
   */
  public static Optional<Leak> find(
      List<Point> points, List<Point> incumbent, double limit, Duration horizon) {
    if (points.size() < LAST) {
      return Optional.empty();
    }
    double level = level(points);
    if (level >= limit) {
      return Optional.of(new Leak(level, 0, Duration.ZERO));
    }
    long span = points.getLast().second() - points.getFirst().second();
    if (points.size() < FEWEST_POINTS || span * SPANS_IN_HORIZON < horizon.toSeconds()) {
      return Optional.empty();
    }
    if (Trend.troughs(points, PARTS) < STEADY) {
      return Optional.empty();
    }
    Trend whole = Trend.of(points);
    Trend newer = Trend.of(points.subList(points.size() / 2, points.size()));
    double slope = Math.min(whole.slope(), newer.slope());
    double usual =
        incumbent.size() < FEWEST_TO_COMPARE ? 0 : Math.max(0, Trend.of(incumbent).slope());
    if (whole.z() < SURE || slope <= 0 || slope < FASTER * usual) {
      return Optional.empty();
    }
    double seconds = Math.min(LONGEST_SECONDS, (limit - level) / slope);
    return seconds < horizon.toSeconds()
        ? Optional.of(new Leak(level, slope, Duration.ofSeconds((long) seconds)))
        : Optional.empty();
  }

  private static double level(List<Point> points) {
    double[] last =
        points.subList(points.size() - LAST, points.size()).stream()
            .mapToDouble(Point::value)
            .sorted()
            .toArray();
    return (last[LAST / 2] + last[LAST / 2 - 1]) / 2;
  }
}
