package dev.meridian.region.plan;

import dev.meridian.region.Share;
import java.util.List;
import java.util.Optional;

/**
 * How like an earlier region is.
 *
 * @param earlier the region
 * @param similarity share of counting traits with equal values, more than none
 */
record Likeness(Candidate earlier, Share similarity) {
  /** The first of those most like {@code region}; empty when none has any value in common. */
  static Optional<Likeness> nearest(Candidate region, List<Candidate> earlier) {
    Optional<Likeness> nearest = Optional.empty();
    for (Candidate other : earlier) {
      Share similarity = region.risk().similarity(other.risk());
      Share best = nearest.map(Likeness::similarity).orElse(Share.NONE);
      if (similarity.compareTo(best) > 0) {
        nearest = Optional.of(new Likeness(other, similarity));
      }
    }
    return nearest;
  }
}
