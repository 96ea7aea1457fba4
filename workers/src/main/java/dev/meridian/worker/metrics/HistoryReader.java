package dev.meridian.worker.metrics;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.GateSpec;
import dev.meridian.gate.GateSpec.Events;
import dev.meridian.gate.bake.History;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.RawSeries;
import dev.meridian.gate.sample.RawSeries.RawSample;
import dev.meridian.region.RegionCode;
import dev.meridian.release.ReleaseId;
import dev.meridian.worker.metrics.PrometheusClient.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What every region counted in the day before a release, in blocks of five minutes. It is the same
 * for every region of the release, so it is read once and kept.
 */
final class HistoryReader {
  static final Duration LENGTH = Duration.ofHours(24);

  private static final Duration BLOCK = Duration.ofMinutes(5);
  private static final int RELEASES_KEPT = 16;

  private final PrometheusClients clients;
  private final Map<Key, History> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, History> eldest) {
              return size() > RELEASES_KEPT * 4;
            }
          });

  private record Key(ReleaseId release, String gate) {}

  HistoryReader(PrometheusClients clients) {
    this.clients = clients;
  }

  /**
   * @param released when the release began
   * @throws MetricsException when any group of regions could not be read
   */
  History read(ReleaseId release, GateSpec.Ratio gate, List<RegionGroup> groups, Instant released) {
    Key key = new Key(release, gate.name());
    History cached = known.get(key);
    if (cached != null) {
      return cached;
    }
    SortedMap<RegionCode, List<Counts>> blocks = new TreeMap<>();
    for (RegionGroup group : groups) {
      blocks.putAll(blocks(gate, group, end(released)));
    }
    History history = new History(blocks);
    known.put(key, history);
    return history;
  }

  /** Blocks end on whole five minutes, so that every worker reads the same ones. */
  private static Instant end(Instant released) {
    return Instant.ofEpochSecond(
        Math.floorDiv(released.getEpochSecond(), BLOCK.toSeconds()) * BLOCK.toSeconds());
  }

  private SortedMap<RegionCode, List<Counts>> blocks(
      GateSpec.Ratio gate, RegionGroup group, Instant end) {
    return switch (gate.events()) {
      case Events.Counters counters -> {
        var all = increases(new Selector(counters.all()), group, end);
        var bad = increases(new Selector(counters.bad()), group, end);
        yield joined(all, bad, false);
      }
      case Events.Latency latency -> {
        Selector histogram = new Selector(latency.histogram());
        var all = increases(histogram.count(), group, end);
        var quick = increases(histogram.bucket(latency.limit()), group, end);
        yield joined(all, quick, true);
      }
    };
  }

  private static SortedMap<RegionCode, List<Counts>> joined(
      SortedMap<RegionCode, double[]> all, SortedMap<RegionCode, double[]> part, boolean good) {
    SortedMap<RegionCode, List<Counts>> joined = new TreeMap<>();
    all.forEach((region, totals) -> {
      double[] parts = part.getOrDefault(region, new double[totals.length]);
      List<Counts> blocks = new ArrayList<>();
      for (int i = 0; i < totals.length; i++) {
        double bad = good ? totals[i] - parts[i] : parts[i];
        blocks.add(new Counts(totals[i], Math.clamp(bad, 0, totals[i])));
      }
      joined.put(region, blocks);
    });
    return joined;
  }

  private SortedMap<RegionCode, double[]> increases(
      Selector selector, RegionGroup group, Instant end) {
    int blocks = Math.toIntExact(LENGTH.dividedBy(BLOCK));
    Instant first = end.minus(LENGTH).plus(BLOCK);
    String names = String.join(",", group.labels().values().iterator().next().keySet());
    String query =
        "sum by ("
            + names
            + ") (increase("
            + selector.with(group.matchers())
            + "["
            + BLOCK.toSeconds()
            + "s]))";
    List<RawSeries> series =
        clients.named(group.metrics(), Patience.POLL).range(query, first, end, BLOCK);
    SortedMap<RegionCode, double[]> increases = new TreeMap<>();
    group
        .split(series)
        .forEach((region, own) -> {
          double[] values = new double[blocks];
          for (RawSeries one : own) {
            for (RawSample sample : one.samples()) {
              long block = Duration.between(first, sample.at()).dividedBy(BLOCK);
              if (block >= 0 && block < blocks && Double.isFinite(sample.value())) {
                values[(int) block] += Math.max(0, sample.value());
              }
            }
          }
          increases.put(region, values);
        });
    return increases;
  }

  /** A query that is refused will be refused again: the gate does without history. */
  static boolean hopeless(MetricsException e) {
    return e.code() == FailureCode.METRICS_REFUSED;
  }
}
