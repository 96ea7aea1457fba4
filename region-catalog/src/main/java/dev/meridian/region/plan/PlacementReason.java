package dev.meridian.region.plan;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import dev.meridian.region.Trait;
import java.util.List;
import java.util.Optional;

/**
 * Why a region stands where it stands, as data.
 *
 * @param adds counting traits that no earlier region covers; empty when all are covered
 * @param similarTo the earlier region most like it, if any
 * @param similarity to that region: share of counting traits with equal values
 * @param firstOfBand whether it is the first region of its traffic band
 * @param sentence the same for people: {@code "third: adds script=hangul; 4.1 % of traffic; similar
 *     to nobody yet"}
 */
public record PlacementReason(
    List<Trait> adds,
    Optional<RegionCode> similarTo,
    Share similarity,
    boolean firstOfBand,
    String sentence) {
  public PlacementReason {
    adds = List.copyOf(adds);
  }
}
