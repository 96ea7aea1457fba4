package dev.meridian.sandbox.dns;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A zone as the name servers answer it from an instant on. Weights are kept by name, because users
 * ask for them very often.
 */
record Publication(
    Instant at, Zone zone, SortedMap<DnsName, SortedMap<String, Integer>> weightsByName) {
  static Publication of(Instant at, Zone zone) {
    TreeMap<DnsName, SortedMap<String, Integer>> byName = new TreeMap<>();
    for (RecordSet set : zone.sets().values()) {
      set.weight()
          .ifPresent(weight ->
              byName
                  .computeIfAbsent(set.key().name(), name -> new TreeMap<>())
                  .put(set.key().setIdentifier(), weight));
    }
    byName.replaceAll((name, weights) -> Collections.unmodifiableSortedMap(weights));
    return new Publication(at, zone, byName);
  }

  SortedMap<String, Integer> weights(DnsName name) {
    return weightsByName.getOrDefault(name, Collections.emptySortedMap());
  }
}
