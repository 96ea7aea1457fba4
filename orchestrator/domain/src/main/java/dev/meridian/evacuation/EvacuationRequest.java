package dev.meridian.evacuation;

import dev.meridian.region.RegionCode;
import java.util.Comparator;
import java.util.List;

/**
 * A region to empty, and everything that is behind the same name.
 *
 * @param leaving which region
 * @param releaseSuspected whether the release may be what harms its users
 * @param regions all of them, the leaving one too; kept in the order of their codes
 * @param rules what must be left in peace
 */
public record EvacuationRequest(
    RegionCode leaving, boolean releaseSuspected, List<Serving> regions, EvacuationRules rules) {
  /**
   * @throws IllegalArgumentException when the leaving region is not among the regions
   */
  public EvacuationRequest {
    regions = regions.stream().sorted(Comparator.comparing(Serving::region)).toList();
    RegionCode code = leaving;
    if (regions.stream().noneMatch(serving -> serving.region().equals(code))) {
      throw new IllegalArgumentException("region " + leaving + " is not behind the name");
    }
  }

  Serving left() {
    return regions.stream().filter(s -> s.region().equals(leaving)).findFirst().orElseThrow();
  }

  /** Every other region that is answered: what leaves arrives there, wanted or not. */
  List<Serving> takers() {
    return regions.stream()
        .filter(s -> !s.region().equals(leaving) && s.weight().serves())
        .toList();
  }

  boolean free(Serving serving) {
    return serving.standing().free(releaseSuspected);
  }
}
