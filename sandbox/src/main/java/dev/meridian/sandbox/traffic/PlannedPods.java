package dev.meridian.sandbox.traffic;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.world.RunningPods;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Pods that run by a plan and not by a cluster: what would have happened if a revision had been
 * rolled out otherwise.
 */
public final class PlannedPods implements RunningPods {
  private final Map<RegionCode, NavigableMap<Instant, List<Running>>> plan = new LinkedHashMap<>();

  /** From an instant on these pods are ready in a region. Answers itself. */
  public PlannedPods from(RegionCode region, Instant instant, List<Running> running) {
    plan.computeIfAbsent(region, _ -> new TreeMap<>()).put(instant, List.copyOf(running));
    return this;
  }

  @Override
  public List<Running> at(RegionCode region, Instant when) {
    Map.Entry<Instant, List<Running>> entry = of(region).floorEntry(when);
    return entry == null ? List.of() : entry.getValue();
  }

  @Override
  public List<Instant> changes(RegionCode region, Instant from, Instant to) {
    return to.isBefore(from)
        ? List.of()
        : List.copyOf(of(region).subMap(from, false, to, true).keySet());
  }

  private NavigableMap<Instant, List<Running>> of(RegionCode region) {
    return plan.getOrDefault(region, new TreeMap<>());
  }
}
