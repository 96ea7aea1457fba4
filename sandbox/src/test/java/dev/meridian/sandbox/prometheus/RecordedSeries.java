package dev.meridian.sandbox.prometheus;

import dev.meridian.sandbox.series.Labels;
import dev.meridian.sandbox.series.Matcher;
import dev.meridian.sandbox.series.Point;
import dev.meridian.sandbox.series.Series;
import dev.meridian.sandbox.series.SeriesSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Series written down point by point, that simply end. */
public final class RecordedSeries implements SeriesSource {
  private final List<Series> all = new ArrayList<>();

  private record Recorded(Labels labels, List<Point> points) implements Series {
    @Override
    public List<Point> between(long from, long to) {
      return points.stream().filter(p -> p.at() >= from && p.at() <= to).toList();
    }

    @Override
    public Optional<Point> newest(long at, long lookback) {
      List<Point> recent = between(at - lookback, at);
      return recent.isEmpty() ? Optional.empty() : Optional.of(recent.getLast());
    }
  }

  public RecordedSeries add(Labels labels, List<Point> points) {
    all.add(new Recorded(labels, List.copyOf(points)));
    return this;
  }

  /** Points {@code step} apart, from {@code start} on. */
  public RecordedSeries add(Map<String, String> labels, long start, long step, double... values) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(new Point(start + i * step, values[i]));
    }
    return add(new Labels(new TreeMap<>(labels)), points);
  }

  @Override
  public List<Series> select(List<Matcher> conditions) {
    return all.stream()
        .filter(each -> conditions.stream().allMatch(c -> c.accepts(each.labels().get(c.label()))))
        .toList();
  }

  /** As a file for {@code promtool tsdb create-blocks-from openmetrics}. */
  public String openMetrics() {
    StringBuilder text = new StringBuilder();
    for (Series series : all) {
      StringBuilder labels = new StringBuilder();
      series
          .labels()
          .withoutName()
          .values()
          .forEach((name, value) -> labels.append(name).append("=\"").append(value).append("\","));
      for (Point point : series.between(Long.MIN_VALUE, Long.MAX_VALUE)) {
        text.append(series.labels().get(Labels.NAME))
            .append('{')
            .append(labels.isEmpty() ? "" : labels.substring(0, labels.length() - 1))
            .append("} ")
            .append(Numbers.print(point.value()))
            .append(' ')
            .append(Numbers.print(point.at() / 1000.0))
            .append('\n');
      }
    }
    return text.append("# EOF\n").toString();
  }
}
