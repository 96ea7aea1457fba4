package dev.meridian.sandbox.prometheus;

import dev.meridian.sandbox.prometheus.Value.Line;
import dev.meridian.sandbox.prometheus.Value.Sample;
import dev.meridian.sandbox.series.Labels;
import dev.meridian.sandbox.series.Point;
import dev.meridian.sandbox.series.Series;
import dev.meridian.sandbox.series.SeriesSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One evaluation of one expression; series are selected once, however many steps there are. */
final class Evaluation {
  /** A sample older than this says nothing about now. */
  private static final long LOOKBACK = Duration.ofMinutes(5).toMillis();

  private final SeriesSource source;
  private final Map<Expression.Selector, List<Series>> selected = new HashMap<>();

  Evaluation(SeriesSource source) {
    this.source = source;
  }

  /**
   * The value at an instant, in milliseconds since the epoch.
   *
   * @throws QueryException {@code execution} when series cannot be told apart
   */
  Value at(Expression expression, long instant) {
    return switch (expression) {
      case Expression.Literal literal -> new Value.Scalar(literal.value());
      case Expression.Text text -> new Value.Text(text.value());
      case Expression.Parenthesised inner -> at(inner.inner(), instant);
      case Expression.Selector selector -> select(selector, instant);
      case Expression.Negated negated -> negated(at(negated.operand(), instant));
      case Expression.Aggregation aggregation -> aggregate(aggregation, instant);
      case Expression.Binary binary ->
          Joining.join(binary, at(binary.left(), instant), at(binary.right(), instant));
      case Expression.Call call -> call(call, instant);
    };
  }

  /** The values at every step from {@code from} to {@code to}, by series. */
  Value.Matrix over(Expression expression, long from, long to, long step) {
    Map<Labels, List<Point>> lines = new LinkedHashMap<>();
    for (long instant = from; instant <= to; instant += step) {
      for (Sample sample : samples(at(expression, instant))) {
        lines
            .computeIfAbsent(sample.labels(), _ -> new ArrayList<>())
            .add(new Point(instant, sample.value()));
      }
    }
    List<Line> result = new ArrayList<>();
    lines.forEach((labels, points) -> result.add(new Line(labels, points)));
    return new Value.Matrix(result);
  }

  private static List<Sample> samples(Value value) {
    return switch (value) {
      case Value.Scalar scalar -> List.of(new Sample(Labels.NONE, scalar.value()));
      case Value.Vector vector -> vector.samples();
      case Value.Matrix _, Value.Text _ ->
          throw new IllegalStateException("ranges are asked of scalars and vectors only");
    };
  }

  private Value select(Expression.Selector selector, long instant) {
    List<Series> series =
        selected.computeIfAbsent(selector, _ -> source.select(selector.conditions()));
    long at = instant - selector.offset();
    if (selector.range().isPresent()) {
      List<Line> lines = new ArrayList<>();
      for (Series each : series) {
        List<Point> points = each.between(at - selector.range().get(), at);
        if (!points.isEmpty()) {
          lines.add(new Line(each.labels(), points));
        }
      }
      return new Value.Matrix(lines);
    }
    List<Sample> samples = new ArrayList<>();
    for (Series each : series) {
      each.newest(at, LOOKBACK)
          .ifPresent(point -> samples.add(new Sample(each.labels(), point.value())));
    }
    return new Value.Vector(samples);
  }

  private static Value negated(Value value) {
    return value instanceof Value.Scalar scalar
        ? new Value.Scalar(-scalar.value())
        : Joining.mapped(value, number -> -number);
  }

  private Value aggregate(Expression.Aggregation aggregation, long instant) {
    Map<Labels, List<Double>> groups = new LinkedHashMap<>();
    for (Sample sample : samples(at(aggregation.operand(), instant))) {
      Labels group =
          aggregation.grouping().on()
              ? sample.labels().only(aggregation.grouping().labels())
              : sample.labels().withoutName().without(aggregation.grouping().labels());
      groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(sample.value());
    }
    List<Sample> result = new ArrayList<>();
    groups.forEach(
        (labels, values) -> result.add(new Sample(labels, aggregation.aggregator().apply(values))));
    return new Value.Vector(result);
  }

  private Value call(Expression.Call call, long instant) {
    List<Value> arguments = new ArrayList<>();
    call.arguments().forEach(each -> arguments.add(at(each, instant)));
    return switch (call.function()) {
      case TIME -> new Value.Scalar(instant / 1000.0);
      case VECTOR ->
          new Value.Vector(List.of(new Sample(Labels.NONE, scalar(arguments.getFirst()))));
      case SCALAR -> {
        List<Sample> samples = samples(arguments.getFirst());
        yield new Value.Scalar(samples.size() == 1 ? samples.getFirst().value() : Double.NaN);
      }
      case ABS -> Joining.mapped(arguments.getFirst(), Math::abs);
      case CLAMP_MIN -> {
        double least = scalar(arguments.get(1));
        yield Joining.mapped(arguments.getFirst(), value -> Math.max(least, value));
      }
      case CLAMP_MAX -> {
        double most = scalar(arguments.get(1));
        yield Joining.mapped(arguments.getFirst(), value -> Math.min(most, value));
      }
      case HISTOGRAM_QUANTILE ->
          Quantile.of(scalar(arguments.getFirst()), samples(arguments.get(1)));
      case RATE,
          INCREASE,
          IRATE,
          DELTA,
          AVG_OVER_TIME,
          MIN_OVER_TIME,
          MAX_OVER_TIME,
          SUM_OVER_TIME,
          COUNT_OVER_TIME,
          LAST_OVER_TIME ->
          overTime(call, arguments.getFirst(), instant);
    };
  }

  private static Value overTime(Expression.Call call, Value argument, long instant) {
    Expression.Selector selector = Windows.selector(call.arguments().getFirst());
    Windows window = Windows.of(selector, instant);
    List<Sample> samples = new ArrayList<>();
    for (Line line : argument instanceof Value.Matrix matrix ? matrix.lines() : List.<Line>of()) {
      Labels labels =
          call.function() == Function.LAST_OVER_TIME ? line.labels() : line.labels().withoutName();
      window
          .apply(call.function(), line.points())
          .ifPresent(value -> samples.add(new Sample(labels, value)));
    }
    return Joining.distinct(samples);
  }

  private static double scalar(Value value) {
    return value instanceof Value.Scalar scalar ? scalar.value() : Double.NaN;
  }
}
