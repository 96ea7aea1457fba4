package dev.meridian.gate.bake;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.statistics.AlphaShare;
import dev.meridian.region.RegionCode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is judged, fixed for one attempt in one region.
 *
 * @param region the contender's
 * @param gates every gate of the service
 * @param shares of alpha, by ratio gate
 * @param histories by ratio gate
 * @param queries as sent to the metrics system, by gate: for the evidence
 * @param exposedAt where the grid begins
 */
public record BakeSubject(
    RegionCode region,
    List<GateSpec> gates,
    SortedMap<String, AlphaShare> shares,
    SortedMap<String, History> histories,
    SortedMap<String, List<String>> queries,
    Instant exposedAt) {
  public BakeSubject {
    gates = List.copyOf(gates);
    shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    histories = Collections.unmodifiableSortedMap(new TreeMap<>(histories));
    queries = Collections.unmodifiableSortedMap(new TreeMap<>(queries));
  }

  History history(String gate) {
    return histories.getOrDefault(gate, History.NONE);
  }

  /**
   * @throws IllegalArgumentException when the plan gave the gate no share
   */
  AlphaShare share(String gate) {
    return Optional.ofNullable(shares.get(gate))
        .orElseThrow(() -> new IllegalArgumentException("gate " + gate + " has no share of alpha"));
  }
}
