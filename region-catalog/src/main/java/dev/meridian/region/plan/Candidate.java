package dev.meridian.region.plan;

import dev.meridian.region.Presence;
import dev.meridian.region.Region;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.region.Trait;
import java.util.List;

/**
 * A region that waits for its wave, with everything that its place depends on.
 *
 * @param region the place
 * @param presence the service in that place
 * @param traffic its share of the service's world traffic
 * @param band its traffic band
 * @param risk its counting traits
 * @param lowTraffic whether its share is below the median of production, or the policy's threshold
 * @param judgeable whether enough users come to give a verdict before the bake ceiling
 * @param bake how long it bakes
 * @param bakeAsFirst how long it bakes as the first of its band
 * @param mayPassUnproven whether the policy lets it pass at the ceiling without a verdict
 */
record Candidate(
    Region region,
    Presence presence,
    Share traffic,
    TrafficBand band,
    RiskProfile risk,
    boolean lowTraffic,
    boolean judgeable,
    Bake bake,
    Bake bakeAsFirst,
    boolean mayPassUnproven) {

  RegionCode code() {
    return region.code();
  }

  Bake bake(boolean firstOfBand) {
    return firstOfBand ? bakeAsFirst : bake;
  }

  /** The same region in a pooled wave. */
  Candidate pooled(BakeTerm requestsTogether) {
    return new Candidate(
        region,
        presence,
        traffic,
        band,
        risk,
        lowTraffic,
        judgeable,
        bake.pooled(requestsTogether),
        bakeAsFirst.pooled(requestsTogether),
        mayPassUnproven);
  }

  /** Production that has too few users to be judged by them alone. */
  boolean needsPool() {
    return presence.role() == Role.PRODUCTION && !judgeable;
  }

  Judgement judgement() {
    if (!presence.role().hasUsers()) {
      return Judgement.CHECKS;
    }
    if (!needsPool()) {
      return Judgement.ALONE;
    }
    return mayPassUnproven ? Judgement.POOLED_OR_UNPROVEN : Judgement.POOLED;
  }

  /** What its users prove for those who come later: nothing when there are too few of them. */
  List<Trait> covers() {
    return presence.role().hasUsers() && judgeable ? risk.traits() : List.of();
  }
}
