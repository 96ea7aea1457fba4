package dev.meridian.worker.metrics;

import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sample.RawSeries;
import dev.meridian.region.RegionCode;
import dev.meridian.worker.metrics.PrometheusClient.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The raw samples of one poll: everything scraped after {@code from} and up to {@code until}. Each
 * selector is asked for once per group of regions, whoever needs it.
 */
final class RawReads {
  private final PrometheusClients clients;
  private final List<RegionGroup> groups;
  private final Instant from;
  private final Instant until;
  private final Map<String, SortedMap<RegionCode, Measured<List<RawSeries>>>> known =
      new ConcurrentHashMap<>();

  RawReads(PrometheusClients clients, List<RegionGroup> groups, Instant from, Instant until) {
    this.clients = clients;
    this.groups = groups;
    this.from = from;
    this.until = until;
  }

  /** Series by region; a group whose metrics could not be read is a query error in each region. */
  SortedMap<RegionCode, Measured<List<RawSeries>>> of(Selector selector) {
    return known.computeIfAbsent(selector.text(), text -> ask(selector));
  }

  private SortedMap<RegionCode, Measured<List<RawSeries>>> ask(Selector selector) {
    SortedMap<RegionCode, Measured<List<RawSeries>>> regions = new TreeMap<>();
    for (RegionGroup group : groups) {
      try {
        List<RawSeries> series =
            clients
                .inTime(group.metrics(), Patience.POLL)
                .raw(selector.with(group.matchers()), Duration.between(from, until), until);
        group.split(series).forEach((region, own) -> regions.put(region, new Measured.Seen<>(own)));
      } catch (MetricsException e) {
        group
            .labels()
            .keySet()
            .forEach(region -> regions.put(region, new Measured.QueryError<>(e.sentence())));
      }
    }
    return regions;
  }
}
