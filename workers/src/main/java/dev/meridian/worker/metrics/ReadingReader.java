package dev.meridian.worker.metrics;

import dev.meridian.gate.bake.GateObservation;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sample.Tiling;
import dev.meridian.worker.metrics.PrometheusClient.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads an expression at the end of each interval: of the contender now, and of the incumbent so
 * many whole days earlier that the release had not begun. Those of the past are read two hours at a
 * time.
 */
final class ReadingReader {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration AHEAD = Duration.ofHours(2);

  private final Selector query;
  private final Contender contender;
  private final PrometheusClients clients;
  private final Instant released;
  private final SortedMap<Instant, Double> incumbent = new TreeMap<>();
  private Instant incumbentUntil = Instant.EPOCH;

  /**
   * @param released when the release began: before it every region ran the incumbent
   */
  ReadingReader(String query, Contender contender, PrometheusClients clients, Instant released) {
    this.query = new Selector(query);
    this.contender = contender;
    this.clients = clients;
    this.released = released;
  }

  /** One reading for each interval; what could not be read is a query error. */
  List<GateObservation> read(Tiling tiling) {
    Measured<SortedMap<Instant, Double>> now =
        numbers(query.with(contender.matchers()), tiling.end(0), tiling.until(), tiling.length());
    readIncumbent(tiling);
    List<GateObservation> readings = new ArrayList<>();
    for (int i = 0; i < tiling.count(); i++) {
      Instant end = tiling.end(i);
      readings.add(
          new GateObservation.Reading(
              OneSeries.at(now, end), OneSeries.at(new Measured.Seen<>(incumbent), end)));
    }
    return readings;
  }

  List<String> queries() {
    return List.of(query.with(contender.matchers()), query.with(contender.anyRevision()));
  }

  /** Keyed by the instants of this bake, not by those of the past that were asked about. */
  private void readIncumbent(Tiling tiling) {
    if (!tiling.until().isAfter(incumbentUntil)) {
      return;
    }
    Duration length = tiling.length();
    long intervals = Math.max(tiling.count(), AHEAD.dividedBy(length));
    Instant first = tiling.end(0);
    Instant last = first.plus(length.multipliedBy(intervals - 1));
    Duration back = daysBefore(last);
    Measured<SortedMap<Instant, Double>> past =
        numbers(query.with(contender.anyRevision()), first.minus(back), last.minus(back), length);
    if (past instanceof Measured.QueryError<SortedMap<Instant, Double>>) {
      return;
    }
    incumbent.clear();
    if (past
        instanceof Measured.Seen<SortedMap<Instant, Double>>(SortedMap<Instant, Double> values)) {
      values.forEach((at, value) -> incumbent.put(at.plus(back), value));
    }
    incumbentUntil = last;
  }

  private Duration daysBefore(Instant last) {
    long days = Math.ceilDiv(Duration.between(released, last).toMillis(), DAY.toMillis());
    return DAY.multipliedBy(Math.max(1, days));
  }

  private Measured<SortedMap<Instant, Double>> numbers(
      String asked, Instant from, Instant until, Duration step) {
    return OneSeries.of(
        () -> clients.inTime(contender.metrics(), Patience.POLL).range(asked, from, until, step));
  }
}
