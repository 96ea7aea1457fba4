package dev.meridian.region.plan;

import dev.meridian.region.Presence;
import dev.meridian.region.Region;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns the presences of a service into candidates: shares, bands, risks, bakes. */
final class Candidates {
  private final PlanRequest request;
  private final SortedMap<RegionCode, RiskProfile> profiles = new TreeMap<>();
  private final BakePlanner bakes;
  private final double worldDemand;
  private final double medianDemand;
  private final double smallestDemand;

  Candidates(PlanRequest request) {
    this.request = request;
    for (Presence presence : request.presences()) {
      Region region = request.catalog().region(presence.region());
      TrafficBand band = TrafficBand.of(presence.peak());
      profiles.put(region.code(), RiskProfile.of(region, request.policy().covers(), band));
    }
    PlanPolicy policy = request.policy();
    SortedMap<RegionCode, Duration> before =
        request.past().isEmpty() ? new TreeMap<>() : request.past().getLast().meanTimesToFailure();
    FailureHistory history =
        new FailureHistory(request.incidents(), profiles, policy.bakeFloor(), before);
    this.bakes = new BakePlanner(policy, history, request.evidence());
    this.worldDemand = request.presences().stream().mapToDouble(Presence::meanDemand).sum();
    List<Double> production =
        request.presences().stream()
            .filter(presence -> presence.role() == Role.PRODUCTION && bakes.judgeable(presence))
            .map(Presence::meanDemand)
            .sorted()
            .toList();
    this.medianDemand = median(production);
    this.smallestDemand = production.isEmpty() ? 0 : production.getFirst();
  }

  /** One candidate for each presence, sorted by code. */
  static List<Candidate> of(PlanRequest request) {
    return new Candidates(request).all();
  }

  BakePlanner bakes() {
    return bakes;
  }

  /** One candidate for each presence, sorted by code. */
  List<Candidate> all() {
    List<Candidate> all = new ArrayList<>();
    request.presences().forEach(presence -> all.add(candidate(presence)));
    return List.copyOf(all);
  }

  private Candidate candidate(Presence presence) {
    RiskProfile profile = profiles.getOrDefault(presence.region(), new RiskProfile(List.of()));
    return new Candidate(
        request.catalog().region(presence.region()),
        presence,
        Share.of(presence.meanDemand(), worldDemand),
        TrafficBand.of(presence.peak()),
        profile,
        lowTraffic(presence.meanDemand()),
        bakes.judgeable(presence),
        bakes.plan(presence, profile, false),
        bakes.plan(presence, profile, true),
        request.policy().passUnproven().contains(presence.region()));
  }

  /**
   * Below the policy's threshold, or else below the median share of production that can be judged;
   * the smallest always is, so that somebody goes first.
   */
  private boolean lowTraffic(double demand) {
    boolean low =
        request
            .policy()
            .lowTrafficBelow()
            .map(threshold -> Share.of(demand, worldDemand).compareTo(threshold) < 0)
            .orElse(demand < medianDemand);
    return low || demand <= smallestDemand;
  }

  /** 0 of none, the middle one of an odd number, the mean of the two in the middle of an even. */
  static double median(List<Double> sorted) {
    int size = sorted.size();
    if (size == 0) {
      return 0;
    }
    return size % 2 == 1
        ? sorted.get(size / 2)
        : (sorted.get(size / 2 - 1) + sorted.get(size / 2)) / 2;
  }
}
