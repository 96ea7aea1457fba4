package dev.meridian.worker.metrics;

import dev.meridian.gate.sample.RawSeries;
import dev.meridian.region.RegionCode;
import dev.meridian.worker.frozen.FrozenRollout;
import dev.meridian.workflow.inquiry.Watched;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Regions of one metrics endpoint whose presences use the same label names, so that one query reads
 * all of them.
 *
 * @param metrics name of the endpoint
 * @param labels of each region's presence
 */
record RegionGroup(String metrics, SortedMap<RegionCode, SortedMap<String, String>> labels) {
  RegionGroup {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** Every region with users, in as few groups as can be. */
  static List<RegionGroup> of(FrozenRollout frozen) {
    return of(
        frozen.service().presences().stream()
            .filter(presence -> presence.role().hasUsers())
            .map(presence ->
                new Watched(
                    presence.region(),
                    frozen.catalog().region(presence.region()).metrics(),
                    presence.metricLabels()))
            .toList());
  }

  /** These regions, in as few groups as can be. */
  static List<RegionGroup> of(List<Watched> regions) {
    SortedMap<String, SortedMap<RegionCode, SortedMap<String, String>>> groups = new TreeMap<>();
    SortedMap<String, String> metrics = new TreeMap<>();
    for (Watched each : regions) {
      String key = each.metrics() + " " + String.join(",", each.labels().keySet());
      metrics.put(key, each.metrics());
      groups.computeIfAbsent(key, _ -> new TreeMap<>()).put(each.region(), each.labels());
    }
    List<RegionGroup> all = new ArrayList<>();
    groups.forEach(
        (key, labels) -> all.add(new RegionGroup(metrics.getOrDefault(key, ""), labels)));
    return all;
  }

  /** Matchers that select all of it. */
  String matchers() {
    return Matchers.covering(List.copyOf(labels.values()));
  }

  /** Series by region; what fits no region is left out. */
  SortedMap<RegionCode, List<RawSeries>> split(List<RawSeries> series) {
    SortedMap<RegionCode, List<RawSeries>> byRegion = new TreeMap<>();
    labels.forEach((region, own) ->
        byRegion.put(
            region, series.stream().filter(each -> Matchers.match(each.labels(), own)).toList()));
    return byRegion;
  }
}
