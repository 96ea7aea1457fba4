package dev.meridian.gate.sight;

import dev.meridian.region.Presence;
import dev.meridian.region.RegionCode;
import dev.meridian.region.plan.Placement;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.Wave;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who will be whose control if all goes as planned: regions of later waves; where they are fewer
 * than two or carry fewer requests than the region itself, those of earlier waves join; fewer than
 * two in all are none. The same rule as at run time, where regions may drop out besides.
 */
public final class ControlOutlook {
  private static final int FEWEST = 2;

  private final Plan plan;
  private final SortedMap<RegionCode, Double> demand = new TreeMap<>();

  public ControlOutlook(Plan plan, List<Presence> presences) {
    this.plan = plan;
    for (Presence presence : presences) {
      demand.put(presence.region(), presence.meanDemand());
    }
  }

  /** Mean requests/s of these regions together. */
  double demand(List<RegionCode> regions) {
    return regions.stream().mapToDouble(region -> demand.getOrDefault(region, 0.0)).sum();
  }

  /** The control of a region in a wave, sorted by code. */
  public List<RegionCode> of(Wave wave, RegionCode region) {
    List<RegionCode> members = new ArrayList<>();
    List<RegionCode> passed = new ArrayList<>();
    for (Wave other : plan.waves()) {
      List<RegionCode> users = users(other);
      if (other.number() > wave.number()) {
        members.addAll(users);
      } else if (other.number() < wave.number()) {
        passed.addAll(users);
      }
    }
    if (members.size() < FEWEST || demand(members) < demand(List.of(region))) {
      members.addAll(passed);
    }
    return members.size() < FEWEST ? List.of() : members.stream().sorted().toList();
  }

  private static List<RegionCode> users(Wave wave) {
    return wave.placements().stream()
        .filter(placement -> placement.role().hasUsers())
        .map(Placement::region)
        .toList();
  }
}
