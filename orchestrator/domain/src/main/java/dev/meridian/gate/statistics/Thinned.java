package dev.meridian.gate.statistics;

import dev.meridian.gate.statistics.Trend.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * At most so many points, evenly spaced however long it lasts: when they are too many, every second
 * one goes and from then on every second one comes.
 *
 * @param capacity even, 2 or more
 * @param stride one of so many points is kept
 * @param seen how many points there have been
 * @param points in order of time
 */
public record Thinned(int capacity, int stride, long seen, List<Point> points) {
  public Thinned {
    points = List.copyOf(points);
  }

  public static Thinned toAtMost(int capacity) {
    return new Thinned(capacity, 1, 0, List.of());
  }

  public Thinned with(Point point) {
    if (seen % stride != 0) {
      return new Thinned(capacity, stride, seen + 1, points);
    }
    List<Point> kept = new ArrayList<>(points);
    kept.add(point);
    return kept.size() <= capacity
        ? new Thinned(capacity, stride, seen + 1, kept)
        : new Thinned(capacity, stride * 2, seen + 1, everySecond(kept));
  }

  /** Whether the newest point was kept. */
  public boolean keptLast() {
    return seen > 0 && (seen - 1) % stride == 0;
  }

  private static List<Point> everySecond(List<Point> points) {
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < points.size(); i += 2) {
      kept.add(points.get(i));
    }
    return kept;
  }
}
