package dev.meridian.worker.metrics;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.GateSpec.Events;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.RawSeries;
import dev.meridian.gate.sample.RawSeries.RawSample;
import dev.meridian.region.RegionCode;
import dev.meridian.worker.metrics.PrometheusClient.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads what regions counted over hours or days, in blocks of five minutes.
 *
 * @param length of what is read, whole blocks
 */
record PastBlocks(PrometheusClients clients, Duration length) {
  static final Duration BLOCK = Duration.ofMinutes(5);

  /** Blocks end on whole five minutes, so that everybody reads the same ones. */
  static Instant lastEnd(Instant before) {
    return Instant.ofEpochSecond(
        Math.floorDiv(before.getEpochSecond(), BLOCK.toSeconds()) * BLOCK.toSeconds());
  }

  /**
   * What one gate counted in every region of these groups.
   *
   * @param end of the last block, on whole five minutes
   * @throws MetricsException when any group could not be read
   */
  SortedMap<RegionCode, List<Counts>> of(
      GateSpec.Ratio gate, List<RegionGroup> groups, Instant end) {
    SortedMap<RegionCode, List<Counts>> regions = new TreeMap<>();
    groups.forEach(group -> regions.putAll(blocks(gate, group, end)));
    return regions;
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
    int blocks = Math.toIntExact(length.dividedBy(BLOCK));
    Instant first = end.minus(length).plus(BLOCK);
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
}
