package dev.meridian.region.plan;

import dev.meridian.region.Region;
import dev.meridian.region.Share;
import dev.meridian.region.Trait;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The traits of one presence that count as risk for its service, one value for each counting name.
 *
 * @param traits sorted by name
 */
record RiskProfile(List<Trait> traits) {
  /** The value of a counting trait that a region does not state. */
  static final String UNSTATED = "unstated";

  RiskProfile {
    traits = traits.stream().sorted().toList();
  }

  static RiskProfile of(Region region, List<String> covers, TrafficBand band) {
    NavigableSet<Trait> traits = new TreeSet<>();
    for (String name : covers) {
      traits.add(region.trait(name).orElseGet(() -> new Trait(name, UNSTATED)));
    }
    traits.add(band.trait());
    return new RiskProfile(List.copyOf(traits));
  }

  /** Share of counting traits with equal values; 1 of 3 is 33.3 %. */
  Share similarity(RiskProfile other) {
    return Share.of(equal(other), traits.size());
  }

  /** How many counting traits have equal values; both state the same names in the same order. */
  int equal(RiskProfile other) {
    int equal = 0;
    for (int i = 0; i < Math.min(traits.size(), other.traits.size()); i++) {
      equal += traits.get(i).equals(other.traits.get(i)) ? 1 : 0;
    }
    return equal;
  }
}
