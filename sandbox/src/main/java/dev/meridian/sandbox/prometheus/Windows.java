package dev.meridian.sandbox.prometheus;

import dev.meridian.sandbox.series.Point;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What functions over time make of the points of a window, exactly as Prometheus 2 does
 * (promql/functions.go: extrapolatedRate, instantValue).
 *
 * @param from beginning, in milliseconds
 * @param to end, in milliseconds
 */
record Windows(long from, long to) {
  /** The window of a selector when it is asked at an instant. */
  static Windows of(Expression.Selector selector, long instant) {
    long to = instant - selector.offset();
    return new Windows(to - selector.range().orElse(0L), to);
  }

  /** The selector within parentheses, if there are any. */
  static Expression.Selector selector(Expression expression) {
    return switch (expression) {
      case Expression.Selector selector -> selector;
      case Expression.Parenthesised inner -> selector(inner.inner());
      case Expression.Literal _,
          Expression.Text _,
          Expression.Negated _,
          Expression.Binary _,
          Expression.Aggregation _,
          Expression.Call _ ->
          throw new IllegalStateException("only selectors have a range");
    };
  }

  /** Empty when there are too few points to say anything. */
  OptionalDouble apply(Function function, List<Point> points) {
    return switch (function) {
      case RATE -> scaled(increase(points, true), 1000.0 / (to - from));
      case INCREASE -> increase(points, true);
      case DELTA -> increase(points, false);
      case IRATE -> instantRate(points);
      case AVG_OVER_TIME -> OptionalDouble.of(Aggregator.AVG.apply(values(points)));
      case MIN_OVER_TIME -> OptionalDouble.of(Aggregator.MIN.apply(values(points)));
      case MAX_OVER_TIME -> OptionalDouble.of(Aggregator.MAX.apply(values(points)));
      case SUM_OVER_TIME -> OptionalDouble.of(Aggregator.SUM.apply(values(points)));
      case COUNT_OVER_TIME -> OptionalDouble.of(points.size());
      case LAST_OVER_TIME -> OptionalDouble.of(points.getLast().value());
      case HISTOGRAM_QUANTILE, ABS, CLAMP_MIN, CLAMP_MAX, SCALAR, VECTOR, TIME ->
          throw new IllegalStateException(function + " knows no time");
    };
  }

  private static List<Double> values(List<Point> points) {
    return points.stream().map(Point::value).toList();
  }

  private static OptionalDouble scaled(OptionalDouble value, double factor) {
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
  }

  /**
   * What the points say, carried on to the window's ends: by half an interval where the next point
   * would be further away than 1.1 intervals, and never below a counter's zero.
   */
  private OptionalDouble increase(List<Point> points, boolean counter) {
    if (points.size() < 2) {
      return OptionalDouble.empty();
    }
    Point first = points.getFirst();
    Point last = points.getLast();
    double increase = last.value() - first.value();
    if (counter) {
      increase += lostByResets(points);
    }
    double toStart = (first.at() - from) / 1000.0;
    double toEnd = (to - last.at()) / 1000.0;
    double sampled = (last.at() - first.at()) / 1000.0;
    double interval = sampled / (points.size() - 1);
    if (counter && increase > 0 && first.value() >= 0) {
      toStart = Math.min(toStart, sampled * (first.value() / increase));
    }
    double threshold = interval * 1.1;
    double covered = sampled;
    covered += toStart < threshold ? toStart : interval / 2;
    covered += toEnd < threshold ? toEnd : interval / 2;
    return OptionalDouble.of(increase * (covered / sampled));
  }

  private static double lostByResets(List<Point> points) {
    double lost = 0;
    double before = points.getFirst().value();
    for (Point point : points) {
      if (point.value() < before) {
        lost += before;
      }
      before = point.value();
    }
    return lost;
  }

  private static OptionalDouble instantRate(List<Point> points) {
    if (points.size() < 2) {
      return OptionalDouble.empty();
    }
    Point last = points.getLast();
    Point before = points.get(points.size() - 2);
    double increase = last.value() < before.value() ? last.value() : last.value() - before.value();
    long millis = last.at() - before.at();
    return millis == 0 ? OptionalDouble.empty() : OptionalDouble.of(increase / (millis / 1000.0));
  }
}
