package dev.meridian.worker.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.meridian.evacuation.Weight;
import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.json.MeridianJson;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an evacuation leaves behind, so that exactly it can be brought back. Stored as an artifact
 * before the zone is changed.
 *
 * @param zone hosted zone id
 * @param name that users ask for
 * @param type of the record sets
 * @param setIdentifier of the evacuated region's record set
 * @param token of the change
 * @param before weights of every record set of the name, by set identifier
 * @param after new weights of those that change
 * @param rate the region's own requests per second just before, if they could be measured
 */
record MovedWeights(
    String zone,
    String name,
    String type,
    String setIdentifier,
    long token,
    SortedMap<String, Weight> before,
    SortedMap<String, Weight> after,
    Optional<Double> rate) {
  private static final String KIND = "weights";

  MovedWeights {
    before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
    after = Collections.unmodifiableSortedMap(new TreeMap<>(after));
  }

  /** Stores it; the SHA-256 is what events carry. */
  String store(Artifacts artifacts) {
    try {
      return artifacts.store(KIND, MeridianJson.mapper().writeValueAsString(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("weights are always writable", e);
    }
  }

  static Optional<MovedWeights> load(Artifacts artifacts, String hash) {
    return artifacts.load(hash).map(json -> MeridianJson.read(json, MovedWeights.class));
  }

  WeightedName weightedName() {
    return new WeightedName(zone, name, type);
  }

  /** Whether a record set carries more now. */
  boolean raised(String set) {
    return after.getOrDefault(set, Weight.NONE).compareTo(weight(set)) > 0;
  }

  /** The weight that a record set had. */
  Weight weight(String set) {
    return before.getOrDefault(set, Weight.NONE);
  }
}
