package dev.meridian.region.plan;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import java.util.Objects;

/**
 * One region in a wave.
 *
 * @param region which
 * @param role staging, canary or production
 * @param traffic its share of the service's world traffic
 * @param bake how long it stays under gates, with the inputs of that figure
 * @param reason why here, why now
 * @param judgement what it passes on
 */
public record Placement(
    RegionCode region,
    Role role,
    Share traffic,
    BakeTime bake,
    PlacementReason reason,
    Judgement judgement) {
  public Placement {
    judgement = Objects.requireNonNullElse(judgement, usual(role));
  }

  /** A region that is judged as its role usually is. */
  public Placement(
      RegionCode region, Role role, Share traffic, BakeTime bake, PlacementReason reason) {
    this(region, role, traffic, bake, reason, usual(role));
  }

  private static Judgement usual(Role role) {
    return role.hasUsers() ? Judgement.ALONE : Judgement.CHECKS;
  }
}
