package dev.meridian.worker.metrics;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.replay.Place;
import dev.meridian.gate.statistics.AlphaShare;
import dev.meridian.pace.Pace;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import dev.meridian.sandbox.prometheus.RecordedSeries;
import dev.meridian.sandbox.series.Labels;
import dev.meridian.sandbox.series.Point;
import dev.meridian.worker.HostAliases;
import dev.meridian.worker.WorkerSettings;
import dev.meridian.worker.WorkerSettings.MetricsAddress;
import dev.meridian.workflow.inquiry.DaysQuestion;
import dev.meridian.workflow.inquiry.ReplayQuestion;
import dev.meridian.workflow.inquiry.Watched;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Two days and three hours of three regions, scraped every 30 s: 20 requests a second each, one in
 * 200 bad. In Seoul a new revision runs from {@link #RELEASED} on; {@link #HARM} later its requests
 * fail ten times as often.
 */
final class PastDays {
  static final Instant BEGINS = Instant.parse("2026-02-28T06:00:00Z");
  static final Instant RELEASED = BEGINS.plus(Duration.ofHours(49));
  static final Duration HARM = Duration.ofMinutes(40);
  static final Instant ENDS = BEGINS.plus(Duration.ofHours(51));
  static final RegionCode SEOUL = new RegionCode("seoul");
  static final List<String> REGIONS = List.of("seoul", "tokyo", "osaka");

  private static final Duration SCRAPE = Duration.ofSeconds(30);
  private static final double REQUESTS = 600;
  private static final double BAD = 0.005;

  private final SplittableRandom random = new SplittableRandom(7);
  private final RecordedSeries series = new RecordedSeries();

  static RecordedSeries recorded() {
    PastDays days = new PastDays();
    days.run("tokyo", "old", BEGINS, ENDS);
    days.run("osaka", "old", BEGINS, ENDS);
    days.run("seoul", "old", BEGINS, RELEASED);
    days.run("seoul", "new", RELEASED, ENDS);
    return days.series;
  }

  private void run(String region, String revision, Instant from, Instant until) {
    List<Point> good = new ArrayList<>();
    List<Point> bad = new ArrayList<>();
    List<Point> memory = new ArrayList<>();
    double all = 0;
    double failed = 0;
    for (Instant at = from; !at.isAfter(until); at = at.plus(SCRAPE)) {
      boolean harmed = revision.equals("new") && at.isAfter(RELEASED.plus(HARM));
      double now = failures(harmed ? 10 * BAD : BAD);
      all += REQUESTS - now;
      failed += now;
      good.add(new Point(at.toEpochMilli(), all));
      bad.add(new Point(at.toEpochMilli(), failed));
      memory.add(new Point(at.toEpochMilli(), 200 + random.nextInt(10)));
    }
    series.add(labels("requests_total", region, revision, "200"), good);
    series.add(labels("requests_total", region, revision, "500"), bad);
    series.add(labels("memory_megabytes", region, revision, "a"), memory);
    series.add(labels("memory_megabytes", region, revision, "b"), memory);
  }

  private static Labels labels(String name, String region, String revision, String code) {
    return new Labels(
        new TreeMap<>(
            Map.of("__name__", name, "region", region, "revision", revision, "code", code)));
  }

  private double failures(double rate) {
    int failures = 0;
    for (int i = 0; i < REQUESTS; i++) {
      failures += random.nextDouble() < rate ? 1 : 0;
    }
    return failures;
  }

  static GateSpec.Ratio errors() {
    return ratio("requests_total{${labels}}", "requests_total{${labels},code=\"500\"}");
  }

  static GateSpec.Ratio ratio(String all, String bad) {
    return new GateSpec.Ratio(
        "errors",
        true,
        new GateSpec.Events.Counters(all, bad),
        Share.ofFraction(0.05),
        true,
        SCRAPE,
        Share.ofFraction(0.5));
  }

  static GateSpec.Value memory(String query) {
    return new GateSpec.Value(
        "memory", true, query, 300, Optional.of(2.0), 3, 4, SCRAPE, Share.ofFraction(0.5));
  }

  static ReplayQuestion question(GateSpec gate, Instant from, Duration length) {
    return new ReplayQuestion(
        gate,
        SEOUL,
        watched(),
        "revision",
        Optional.empty(),
        from,
        from.plus(length),
        Optional.of(new AlphaShare(0.01 / 6)),
        Duration.ofHours(1));
  }

  /** Of Seoul beside the two others, in bakes of two hours. */
  static DaysQuestion daysBefore(Instant until) {
    return new DaysQuestion(
        List.of(errors()),
        new TreeMap<>(Map.of("errors", new AlphaShare(0.01 / 6))),
        watched(),
        List.of(
            new Place(
                SEOUL,
                List.of(SEOUL),
                List.of(new RegionCode("osaka"), new RegionCode("tokyo")),
                Duration.ofHours(2))),
        List.of(),
        until);
  }

  static List<Watched> watched() {
    return REGIONS.stream()
        .map(code ->
            new Watched(new RegionCode(code), "global", new TreeMap<>(Map.of("region", code))))
        .toList();
  }

  static PrometheusClients clients(URI address) {
    return new PrometheusClients(
        new WorkerSettings(
            Path.of("unused"),
            new TreeMap<>(
                Map.of("global", new MetricsAddress(address, Optional.empty(), Optional.empty()))),
            Optional.empty(),
            new TreeMap<>(),
            Optional.empty(),
            HostAliases.NONE,
            new Pace(ENDS, ENDS, 1)));
  }
}
