package dev.meridian.gate.sample;

import dev.meridian.gate.sample.RawSeries.RawSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Two counters: all events, and the bad ones among them.
 *
 * @param all events
 * @param bad those of them that are bad
 */
public record EventSeries(List<RawSeries> all, List<RawSeries> bad) {
  public EventSeries {
    all = List.copyOf(all);
    bad = List.copyOf(bad);
  }

  /**
   * A histogram as two counters: {@code _count}, and {@code _count} minus the {@code _bucket} of
   * one boundary. Only scrapes that both have are used, so that a count that was read a moment
   * later never looks like slow requests.
   */
  public static EventSeries latency(List<RawSeries> counts, List<RawSeries> buckets) {
    SortedMap<SortedLabels, RawSeries> byLabels = new TreeMap<>();
    for (RawSeries bucket : buckets) {
      byLabels.put(identity(bucket), bucket);
    }
    List<RawSeries> all = new ArrayList<>();
    List<RawSeries> slow = new ArrayList<>();
    for (RawSeries count : counts) {
      RawSeries bucket = byLabels.get(identity(count));
      if (bucket != null) {
        join(count, bucket, all, slow);
      }
    }
    return new EventSeries(all, slow);
  }

  private static SortedLabels identity(RawSeries series) {
    return new SortedLabels(series.labels()).without("__name__", "le");
  }

  private static void join(
      RawSeries count, RawSeries bucket, List<RawSeries> all, List<RawSeries> slow) {
    SortedMap<Instant, Double> quick = new TreeMap<>();
    bucket.samples().forEach(sample -> quick.put(sample.at(), sample.value()));
    List<RawSample> counted = new ArrayList<>();
    List<RawSample> slower = new ArrayList<>();
    for (RawSample sample : count.samples()) {
      Double within = quick.get(sample.at());
      if (within != null) {
        counted.add(sample);
        slower.add(new RawSample(sample.at(), Math.max(0, sample.value() - within)));
      }
    }
    SortedMap<String, String> labels = identity(count).labels();
    all.add(new RawSeries(labels, counted));
    slow.add(new RawSeries(labels, slower));
  }
}
