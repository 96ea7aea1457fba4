package dev.meridian.sandbox.traffic;

import dev.meridian.sandbox.world.DnsWeights;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** DNS whose weights change by a script. */
final class ScriptedWeights implements DnsWeights {
  private final NavigableMap<Instant, SortedMap<String, Integer>> script = new TreeMap<>();

  ScriptedWeights(DnsWeights first, Instant begins) {
    script.put(begins, first.at("", begins));
  }

  /** From an instant on a region has this weight, the others theirs. */
  ScriptedWeights set(Instant from, String region, int weight) {
    TreeMap<String, Integer> weights = new TreeMap<>(script.floorEntry(from).getValue());
    weights.put(region, weight);
    script.put(from, weights);
    return this;
  }

  @Override
  public SortedMap<String, Integer> at(String name, Instant when) {
    return script.floorEntry(when).getValue();
  }

  @Override
  public List<Instant> changes(String name, Instant to) {
    return List.copyOf(script.headMap(to, true).keySet());
  }

  @Override
  public int ttl(String name) {
    return 60;
  }
}
