package dev.meridian.worker.frozen;

import dev.meridian.region.Presence;
import dev.meridian.region.Region;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.RegionCode;
import dev.meridian.region.plan.Placement;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.Wave;
import dev.meridian.release.RegionAttempt;
import dev.meridian.service.Revision;
import dev.meridian.service.ServiceSpec;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One region rollout with everything it was frozen with.
 *
 * @param rollout which
 * @param catalog every region, as of the release's start
 * @param service as of the release's start
 * @param region the one that changes
 * @param presence of the service there
 * @param revision the contender
 * @param plan as it was accepted
 */
public record FrozenRollout(
    RegionAttempt rollout,
    RegionCatalog catalog,
    ServiceSpec service,
    Region region,
    Presence presence,
    Revision revision,
    Plan plan) {
  /**
   * Where the plan puts the region.
   *
   * @throws IllegalStateException when it does not
   */
  public Placement placement() {
    return wave().placements().stream()
        .filter(this::isHere)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("its wave has no region " + region.code()));
  }

  /** The regions that are judged as one with it, itself among them. */
  public List<RegionCode> together() {
    return wave().judgedWith(placement());
  }

  /** The labels of every presence with users, by its region. */
  public SortedMap<RegionCode, SortedMap<String, String>> labelsWithUsers() {
    SortedMap<RegionCode, SortedMap<String, String>> labels = new TreeMap<>();
    service.presences().stream()
        .filter(presence -> presence.role().hasUsers())
        .forEach(presence -> labels.put(presence.region(), presence.metricLabels()));
    return labels;
  }

  private Wave wave() {
    return plan.waves().stream()
        .filter(wave -> wave.placements().stream().anyMatch(this::isHere))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the plan has no region " + region.code()));
  }

  private boolean isHere(Placement placement) {
    return placement.region().equals(region.code());
  }
}
