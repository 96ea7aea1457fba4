package dev.meridian.sandbox.traffic;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.fault.JournaledFaults;
import dev.meridian.sandbox.series.Labels;
import dev.meridian.sandbox.series.Matcher;
import dev.meridian.sandbox.series.Point;
import dev.meridian.sandbox.series.Series;
import dev.meridian.sandbox.world.DnsWeights;
import dev.meridian.sandbox.world.ExampleWorld;
import dev.meridian.sandbox.world.InMemoryJournal;
import dev.meridian.sandbox.world.ManualClock;
import dev.meridian.sandbox.world.RunningPods.Running;
import dev.meridian.sandbox.world.WorldSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The example world's traffic, with pods by plan: four in each region from the beginning. */
public final class ExampleTraffic {
  public static final Instant BEGINS = Instant.parse("2026-03-01T00:00:00Z");
  static final String OLD = "old";
  static final String NEW = "new";

  private final ManualClock clock = new ManualClock(BEGINS);
  private final WorldSpec spec = ExampleWorld.of(7, BEGINS);
  private final InMemoryJournal journal = new InMemoryJournal(clock);
  private final JournaledFaults faults = new JournaledFaults(journal);
  private final PlannedPods pods = new PlannedPods();
  private final DnsWeights dns;
  private final Weather weather;
  private final TrafficMetrics metrics;

  public ExampleTraffic() {
    this(Weather.USUAL);
  }

  ExampleTraffic(Weather weather) {
    this(weather, new UnchangedWeights(ExampleWorld.of(7, BEGINS)));
  }

  ExampleTraffic(Weather weather, DnsWeights dns) {
    this.weather = weather;
    this.dns = dns;
    for (WorldSpec.WorldRegion region : spec.regions()) {
      pods.from(region.code(), BEGINS, incumbent(BEGINS));
    }
    this.metrics = again();
  }

  /** The same world after a restart. */
  public TrafficMetrics again() {
    return new TrafficMetrics(
        spec, new TrafficMetrics.Causes(pods, dns, faults, journal), clock, weather);
  }

  public TrafficMetrics metrics() {
    return metrics;
  }

  InMemoryJournal journal() {
    return journal;
  }

  public ManualClock clock() {
    return clock;
  }

  JournaledFaults faults() {
    return faults;
  }

  WorldSpec spec() {
    return spec;
  }

  PlannedPods pods() {
    return pods;
  }

  /** Half of the pods at the instant, all of them two minutes later. */
  public void rollOut(String region, Instant at, String image) {
    RegionCode code = new RegionCode(region);
    Running contender = new Running(image, NEW, 2, at);
    Running rest = new Running(spec.incumbent(), OLD, 2, BEGINS);
    pods.from(code, at, List.of(rest, contender));
    pods.from(code, at.plusSeconds(120), List.of(new Running(image, NEW, 4, at)));
    journal.append("kubernetes", Map.of("region", region));
  }

  public void rollBack(String region, Instant at) {
    pods.from(new RegionCode(region), at, incumbent(at));
    journal.append("kubernetes", Map.of("region", region));
  }

  /** By how much the sum of all series that meet the conditions grew, from 0 where they began. */
  double increase(Instant from, Instant to, String metric, String... labels) {
    double sum = 0;
    for (Series series : select(metric, labels)) {
      List<Point> points = series.between(BEGINS.toEpochMilli(), to.toEpochMilli());
      List<Point> before = series.between(BEGINS.toEpochMilli(), from.toEpochMilli());
      double start = before.isEmpty() ? 0 : before.getLast().value();
      sum += points.isEmpty() ? 0 : points.getLast().value() - start;
    }
    return sum;
  }

  /** Labels in pairs of name and value. */
  List<Series> select(String metric, String... labels) {
    return select(metrics, metric, labels);
  }

  static List<Series> select(TrafficMetrics metrics, String metric, String... labels) {
    List<Matcher> conditions = new ArrayList<>();
    conditions.add(Matcher.of(Labels.NAME, Matcher.Operator.EQUAL, metric));
    for (int i = 0; i < labels.length; i += 2) {
      conditions.add(Matcher.of(labels[i], Matcher.Operator.EQUAL, labels[i + 1]));
    }
    return metrics.select(conditions);
  }

  private List<Running> incumbent(Instant since) {
    return List.of(new Running(spec.incumbent(), OLD, 4, since));
  }
}
