package dev.meridian.sandbox.traffic;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.series.Labels;
import dev.meridian.sandbox.series.Matcher;
import dev.meridian.sandbox.series.Point;
import dev.meridian.sandbox.series.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The alarm that a careful team without Meridian has: it looks at a revision in one region every
 * minute, and is raised by so many bad minutes in a row.
 *
 * @param errors share of failing requests, 0 to 1, above which a minute is bad
 * @param slow share of requests that take longer than 0.3 s, above which a minute is bad
 * @param minutes in a row, at least 1
 */
public record CeilingAlarm(double errors, double slow, int minutes) {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  /** A counter that rested for longer is taken as gone. */
  private static final long LOOKBACK = 5 * MINUTE;

  /** Far future, {@link Instant#MAX}, when it is never raised. */
  Instant raised(TrafficMetrics metrics, RegionCode region, String revision, Window window) {
    Revision seen = new Revision(metrics, region, revision);
    long until = window.until().toEpochMilli();
    int bad = 0;
    for (long at = window.from().toEpochMilli() + MINUTE; at <= until; at += MINUTE) {
      bad = bad(seen, at) ? bad + 1 : 0;
      if (bad == minutes) {
        return Instant.ofEpochMilli(at);
      }
    }
    return Instant.MAX;
  }

  /** When it looks: from the exposure of the region to the end. */
  record Window(Instant from, Instant until) {}

  private boolean bad(Revision seen, long at) {
    double all = seen.all.grown(at);
    return all > 0
        && (seen.failed.grown(at) > errors * all || all - seen.fast.grown(at) > slow * all);
  }

  private static final class Revision {
    final Counters all;
    final Counters failed;
    final Counters fast;

    Revision(TrafficMetrics metrics, RegionCode region, String revision) {
      List<Matcher> own =
          List.of(
              Matcher.of("region", Matcher.Operator.EQUAL, region.value()),
              Matcher.of("revision", Matcher.Operator.EQUAL, revision));
      Matcher broken = Matcher.of("code", Matcher.Operator.LIKE, "5..");
      Matcher within = Matcher.of("le", Matcher.Operator.EQUAL, "0.3");
      this.all = Counters.of(metrics, own, named("http_request_duration_seconds_count"));
      this.failed = Counters.of(metrics, own, named("http_requests_total"), broken);
      this.fast = Counters.of(metrics, own, named("http_request_duration_seconds_bucket"), within);
    }

    private static Matcher named(String metric) {
      return Matcher.of(Labels.NAME, Matcher.Operator.EQUAL, metric);
    }
  }

  private record Counters(List<Series> series) {
    static Counters of(TrafficMetrics metrics, List<Matcher> own, Matcher... more) {
      List<Matcher> conditions = new ArrayList<>(own);
      conditions.addAll(List.of(more));
      return new Counters(metrics.select(conditions));
    }

    /** In the minute before an instant. */
    double grown(long at) {
      double grown = 0;
      for (Series each : series) {
        grown += value(each, at) - value(each, at - MINUTE);
      }
      return grown;
    }

    private static double value(Series series, long at) {
      return series.newest(at, LOOKBACK).map(Point::value).orElse(0.0);
    }
  }
}
