package dev.meridian.sandbox.traffic;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.series.Labels;
import dev.meridian.sandbox.series.Matcher;
import dev.meridian.sandbox.series.Series;
import dev.meridian.sandbox.series.SeriesSource;
import dev.meridian.sandbox.world.DnsWeights;
import dev.meridian.sandbox.world.Faults;
import dev.meridian.sandbox.world.Journal;
import dev.meridian.sandbox.world.RunningPods;
import dev.meridian.sandbox.world.WorldClock;
import dev.meridian.sandbox.world.WorldSpec;
import dev.meridian.sandbox.world.WorldSpec.WorldRegion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that is measured of the world's traffic, past and present, and what of it was harm.
 * Safe for many threads.
 *
 * <p>Metrics: {@code http_requests_total} by code, the histogram {@code
 * http_request_duration_seconds}, {@code process_resident_memory_bytes} and {@code
 * process_cpu_seconds_total} by pod, and {@code up}. Labels: service, region, and revision where
 * the pods have one.
 */
public final class TrafficMetrics implements SeriesSource {
  /**
   * What traffic follows.
   *
   * @param journal of which pods, DNS and faults are a function
   */
  public record Causes(RunningPods pods, DnsWeights dns, Faults faults, Journal journal) {}

  private final WorldSpec spec;
  private final WorldClock clock;
  private final Routing routing;
  private final List<RegionTraffic> regions = new ArrayList<>();
  private final Map<Integer, List<Series>> series = new HashMap<>();

  /** The usual weather. */
  public TrafficMetrics(WorldSpec spec, Causes causes, WorldClock clock) {
    this(spec, causes, clock, Weather.USUAL);
  }

  /**
   * With a weather of one's own.
   *
   * @throws IllegalArgumentException when a defect of the world makes no sense
   */
  public TrafficMetrics(WorldSpec spec, Causes causes, WorldClock clock, Weather weather) {
    this.spec = spec;
    this.clock = clock;
    this.routing = new Routing(spec, causes.dns(), causes.journal());
    Land land = Land.of(spec, weather);
    for (WorldRegion region : spec.regions()) {
      Serving.Source source = new Serving.Source(region.code(), causes.pods(), causes.faults());
      Followed<Serving> serving = new Followed<>(source, causes.journal(), spec.begins());
      regions.add(new RegionTraffic(land, routing, regions.size(), serving));
    }
  }

  @Override
  public List<Series> select(List<Matcher> conditions) {
    List<Series> selected = new ArrayList<>();
    for (int number = 0; number < regions.size(); number++) {
      String code = spec.regions().get(number).code().value();
      if (conditions.stream().allMatch(each -> possible(each, code))) {
        for (Series each : known(number)) {
          if (meets(each.labels(), conditions)) {
            selected.add(each);
          }
        }
      }
    }
    return selected;
  }

  /**
   * Users harmed: requests between two instants that failed or took longer than 0.3 s because of
   * the revision that served them.
   */
  public long harmed(Instant from, Instant to) {
    long harmed = 0;
    for (int number = 0; number < regions.size(); number++) {
      harmed += refreshed(number).harmed(from.toEpochMilli(), to.toEpochMilli());
    }
    return harmed;
  }

  /**
   * Requests per second that users send to a region, whether or not anything serves them.
   *
   * @throws IllegalArgumentException when the world has no such region
   */
  public double requestsPerSecond(RegionCode region, Instant when) {
    for (int number = 0; number < regions.size(); number++) {
      if (spec.regions().get(number).code().equals(region)) {
        return refreshed(number).rate(when.toEpochMilli());
      }
    }
    throw new IllegalArgumentException("the world has no region " + region);
  }

  private static boolean possible(Matcher condition, String code) {
    return !condition.label().equals("region") || condition.accepts(code);
  }

  private static boolean meets(Labels labels, List<Matcher> conditions) {
    for (Matcher condition : conditions) {
      if (!condition.accepts(labels.get(condition.label()))) {
        return false;
      }
    }
    return true;
  }

  private synchronized List<Series> known(int number) {
    RegionTraffic region = refreshed(number);
    return series.computeIfAbsent(
        number,
        _ -> RegionSeries.of(region, spec.service(), spec.regions().get(number).code().value()));
  }

  private synchronized RegionTraffic refreshed(int number) {
    long now = clock.now().toEpochMilli();
    routing.refresh(now).ifPresent(from -> regions.forEach(each -> each.forgetFrom(from)));
    if (regions.get(number).refresh(now)) {
      series.remove(number);
    }
    return regions.get(number);
  }
}
