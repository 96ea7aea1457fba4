package dev.meridian.sandbox.traffic;

import dev.meridian.sandbox.series.Labels;
import dev.meridian.sandbox.series.Point;
import dev.meridian.sandbox.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The series of one region: their names, their labels, and where each is read. */
final class RegionSeries {
  private static final List<String> CODES = List.of("200", "404", "500");

  private final RegionTraffic region;
  private final String service;
  private final Labels common;
  private final List<Series> series = new ArrayList<>();

  private RegionSeries(RegionTraffic region, String service, String code) {
    this.region = region;
    this.service = service;
    this.common = new Labels(new TreeMap<>(Map.of("service", service, "region", code)));
  }

  static List<Series> of(RegionTraffic region, String service, String code) {
    RegionSeries all = new RegionSeries(region, service, code);
    all.add(all.common, "up", region::up);
    region.labels().forEach(all::revision);
    region.pods().forEach(all::pod);
    return List.copyOf(all.series);
  }

  private void revision(String label) {
    Labels labels = common.with("revision", label);
    for (int code = 0; code < CODES.size(); code++) {
      Range range = new Range(label, code, code);
      sum(labels.with("code", CODES.get(code)), "http_requests_total", range);
    }
    int last = Columns.BUCKETS + Latency.LE.size() - 1;
    String histogram = "http_request_duration_seconds";
    for (int bucket = 0; bucket < Latency.LE.size(); bucket++) {
      Labels le = labels.with("le", Latency.LE.get(bucket));
      sum(le, histogram + "_bucket", new Range(label, Columns.BUCKETS, Columns.BUCKETS + bucket));
    }
    sum(labels, histogram + "_count", new Range(label, Columns.BUCKETS, last));
    sum(labels, histogram + "_sum", new Range(label, Columns.SECONDS, Columns.SECONDS));
  }

  private void pod(Pod pod) {
    Labels labels = common.with("revision", pod.label()).with("pod", pod.name(service));
    add(labels, "process_resident_memory_bytes", slot -> region.memoryBytes(pod, slot));
    add(labels, "process_cpu_seconds_total", slot -> region.cpuSeconds(pod, slot));
  }

  /** The sum of some columns of a revision label. */
  private record Range(String label, int from, int to) {}

  private void sum(Labels labels, String metric, Range range) {
    add(labels, metric, slot -> region.counted(range.label(), slot, range.from(), range.to()));
  }

  private void add(Labels labels, String metric, RegionTraffic.Reading reading) {
    series.add(new Scraped(labels.with(Labels.NAME, metric), region, reading));
  }

  /** One series. */
  private record Scraped(Labels labels, RegionTraffic region, RegionTraffic.Reading reading)
      implements Series {
    @Override
    public List<Point> between(long from, long to) {
      return region.between(reading, from, to);
    }

    @Override
    public Optional<Point> newest(long at, long lookback) {
      return region.newest(reading, at, lookback);
    }
  }
}
