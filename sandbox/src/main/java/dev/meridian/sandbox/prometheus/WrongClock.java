package dev.meridian.sandbox.prometheus;

import dev.meridian.pace.Pace;
import dev.meridian.sandbox.series.Labels;
import dev.meridian.sandbox.series.Point;
import dev.meridian.sandbox.series.Series;
import dev.meridian.sandbox.series.SeriesSource;
import dev.meridian.sandbox.world.WorldClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The clock of a metrics system that may be wrong: its now, and with it the time of every sample,
 * as if it had been so all along.
 *
 * @param right the world's
 * @param ahead at a moment of the world, how far; below zero when behind
 */
public record WrongClock(WorldClock right, Function<Instant, Duration> ahead)
    implements WorldClock {
  @Override
  public Instant now() {
    Instant now = right.now();
    return now.plus(ahead.apply(now));
  }

  @Override
  public Pace pace() {
    return right.pace();
  }

  /** The same series, as scraped by this clock. */
  public SeriesSource stamped(SeriesSource source) {
    return conditions -> stamped(source.select(conditions));
  }

  private List<Series> stamped(List<Series> series) {
    long shift = ahead.apply(right.now()).toMillis();
    return shift == 0
        ? series
        : series.stream().<Series>map(each -> new Stamped(each, shift)).toList();
  }

  private record Stamped(Series series, long shift) implements Series {
    @Override
    public Labels labels() {
      return series.labels();
    }

    @Override
    public List<Point> between(long from, long to) {
      return series.between(from - shift, to - shift).stream().map(this::moved).toList();
    }

    @Override
    public Optional<Point> newest(long at, long lookback) {
      return series.newest(at - shift, lookback).map(this::moved);
    }

    private Point moved(Point point) {
      return new Point(point.at() + shift, point.value());
    }
  }
}
