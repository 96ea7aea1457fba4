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
import java.util.stream.Collectors;

/**
 * What is judged, fixed for one attempt in one region.
 *
 * @param region the contender's
 * @param together the regions whose requests are counted as one, its own among them, sorted: only
 *     its own where its users come in time for a verdict
 * @param gates every gate of the service
 * @param shares of alpha, by ratio gate
 * @param histories by ratio gate
 * @param queries as sent to the metrics system, by gate: for the evidence
 * @param exposedAt where the grid begins
 */
public record BakeSubject(
    RegionCode region,
    List<RegionCode> together,
    List<GateSpec> gates,
    SortedMap<String, AlphaShare> shares,
    SortedMap<String, History> histories,
    SortedMap<String, List<String>> queries,
    Instant exposedAt) {
  public BakeSubject {
    together = together.stream().sorted().toList();
    gates = List.copyOf(gates);
    shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    histories = Collections.unmodifiableSortedMap(new TreeMap<>(histories));
    queries = Collections.unmodifiableSortedMap(new TreeMap<>(queries));
  }

  /** A region that is judged alone. */
  public BakeSubject(
      RegionCode region,
      List<GateSpec> gates,
      SortedMap<String, AlphaShare> shares,
      SortedMap<String, History> histories,
      SortedMap<String, List<String>> queries,
      Instant exposedAt) {
    this(region, List.of(region), gates, shares, histories, queries, exposedAt);
  }

  /** Where the requests were counted, for people. */
  String where() {
    String last = together.getLast().value();
    return together.size() == 1
        ? last
        : together.subList(0, together.size() - 1).stream()
                .map(RegionCode::value)
                .collect(Collectors.joining(", "))
            + " and "
            + last
            + " together";
  }

  /** What a gate counted before; nothing where that could not be read. */
  public History history(String gate) {
    return histories.getOrDefault(gate, History.NONE);
  }

  /**
   * @throws IllegalArgumentException when the plan gave the gate no share
   */
  public AlphaShare share(String gate) {
    return Optional.ofNullable(shares.get(gate))
        .orElseThrow(() -> new IllegalArgumentException("gate " + gate + " has no share of alpha"));
  }
}
