package dev.meridian.region.plan;

import dev.meridian.region.Share;
import dev.meridian.region.Trait;
import java.util.List;
import java.util.Optional;

/**
 * A candidate in its place.
 *
 * @param position in the whole plan, from 1
 * @param part of the world that its wave belongs to
 * @param candidate the region
 * @param adds counting values that no earlier region covers
 * @param nearest the earlier region most like it
 * @param nearestLow the earlier low-traffic region most like it; sought for high-traffic ones only
 * @param firstOfBand whether it is the first of its traffic band among its like
 */
record Stop(
    int position,
    WaveGroup part,
    Candidate candidate,
    List<Trait> adds,
    Optional<Likeness> nearest,
    Optional<Likeness> nearestLow,
    boolean firstOfBand) {

  Placement placement() {
    return new Placement(
        candidate.code(),
        candidate.presence().role(),
        candidate.traffic(),
        bake().time(),
        new PlacementReason(
            adds,
            nearest.map(likeness -> likeness.earlier().code()),
            nearest.map(Likeness::similarity).orElse(Share.NONE),
            firstOfBand,
            Sentence.of(this)),
        candidate.judgement());
  }

  Bake bake() {
    return candidate.bake(firstOfBand);
  }
}
