package dev.meridian.worker.traffic;

import dev.meridian.evacuation.Weight;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * The record sets of a name as read at one moment.
 *
 * @param sets of the name and type, exactly as listed
 * @param otherTypes types of further record sets of the name; left alone
 * @param tokenSet the TXT record set of the fencing token
 */
record NameRecords(
    WeightedName name,
    List<ResourceRecordSet> sets,
    List<String> otherTypes,
    Optional<ResourceRecordSet> tokenSet) {
  NameRecords {
    sets = List.copyOf(sets);
    otherTypes = List.copyOf(otherTypes);
  }

  /** The token of the newest change; empty before the first, or when it is not understood. */
  Optional<FencingToken> token() {
    return tokenSet
        .filter(set -> set.resourceRecords().size() == 1)
        .flatMap(set -> FencingToken.parse(set.resourceRecords().getFirst().value()));
  }

  /** Number of the newest change; 0 before the first. */
  long tokenNumber() {
    return token().map(FencingToken::number).orElse(0L);
  }

  /** Whether something else is written where the token belongs. */
  boolean tokenUnreadable() {
    return tokenSet.isPresent() && token().isEmpty();
  }

  /** Identifiers of record sets that are not routed by weight. */
  List<String> unweighted() {
    return sets.stream()
        .filter(set -> set.weight() == null)
        .map(set -> set.setIdentifier() == null ? "(simple)" : set.setIdentifier())
        .toList();
  }

  /** Weights by set identifier. */
  SortedMap<String, Weight> weights() {
    TreeMap<String, Weight> weights = new TreeMap<>();
    for (ResourceRecordSet set : sets) {
      if (set.weight() != null) {
        weights.put(set.setIdentifier(), new Weight(Math.toIntExact(set.weight())));
      }
    }
    return weights;
  }
}
