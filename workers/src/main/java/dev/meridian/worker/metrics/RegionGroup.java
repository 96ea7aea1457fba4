package dev.meridian.worker.metrics;

import dev.meridian.gate.sample.RawSeries;
import dev.meridian.region.Presence;
import dev.meridian.region.RegionCode;
import dev.meridian.worker.frozen.FrozenRollout;
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
    SortedMap<String, SortedMap<RegionCode, SortedMap<String, String>>> groups = new TreeMap<>();
    SortedMap<String, String> metrics = new TreeMap<>();
    for (Presence presence : frozen.service().presences()) {
      if (presence.role().hasUsers()) {
        String endpoint = frozen.catalog().region(presence.region()).metrics();
        String key = endpoint + " " + String.join(",", presence.metricLabels().keySet());
        metrics.put(key, endpoint);
        groups
            .computeIfAbsent(key, _ -> new TreeMap<>())
            .put(presence.region(), presence.metricLabels());
      }
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
