package dev.meridian.sandbox.traffic;

import dev.meridian.sandbox.world.DnsWeights;
import dev.meridian.sandbox.world.WorldSpec;
import dev.meridian.sandbox.world.WorldSpec.WorldRegion;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** DNS that nobody touches: for worlds that are computed, not lived. */
public final class UnchangedWeights implements DnsWeights {
  private static final int TTL_SECONDS = 60;

  private final SortedMap<String, Integer> weights;

  public UnchangedWeights(WorldSpec spec) {
    TreeMap<String, Integer> first = new TreeMap<>();
    for (WorldRegion region : spec.regions()) {
      if (region.weight() > 0) {
        first.put(region.code().value(), region.weight());
      }
    }
    this.weights = Collections.unmodifiableSortedMap(first);
  }

  @Override
  public SortedMap<String, Integer> at(String name, Instant when) {
    return weights;
  }

  @Override
  public List<Instant> changes(String name, Instant to) {
    return List.of();
  }

  @Override
  public int ttl(String name) {
    return TTL_SECONDS;
  }
}
