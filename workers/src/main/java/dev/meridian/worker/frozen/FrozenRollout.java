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
import java.util.Optional;
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
 * @param plan that the release began with
 * @param replanned the region's wave, where that was planned again since
 */
public record FrozenRollout(
    RegionAttempt rollout,
    RegionCatalog catalog,
    ServiceSpec service,
    Region region,
    Presence presence,
    Revision revision,
    Plan plan,
    Optional<Wave> replanned) {

  /** One whose plan stands as the release began with it. */
  public FrozenRollout(
      RegionAttempt rollout,
      RegionCatalog catalog,
      ServiceSpec service,
      Region region,
      Presence presence,
      Revision revision,
      Plan plan) {
    this(rollout, catalog, service, region, presence, revision, plan, Optional.empty());
  }

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

  /**
   * Regions with users among which the release's alpha is shared: as it began, so that the shares
   * that were used and those to come never sum to more.
   */
  public int judgedRegions() {
    return Math.toIntExact(
        plan.waves().stream()
            .flatMap(wave -> wave.placements().stream())
            .filter(placement -> placement.role().hasUsers())
            .count());
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
    return replanned
        .or(() -> plan.waveOf(region.code()))
        .orElseThrow(() -> new IllegalStateException("the plan has no region " + region.code()));
  }

  private boolean isHere(Placement placement) {
    return placement.region().equals(region.code());
  }
}
