package dev.meridian.region.plan;

import dev.meridian.region.Presence;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.incident.Incident;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a plan is made from. Presences, incidents and earlier releases are put in one order, so that
 * the order of the documents never matters.
 *
 * @param catalog every region
 * @param presences where the service runs, each region once
 * @param policy of the service
 * @param incidents on record for the service
 * @param evidence what its gates need to believe that a region is well
 * @param past releases of the service that completed
 */
public record PlanRequest(
    RegionCatalog catalog,
    List<Presence> presences,
    PlanPolicy policy,
    List<Incident> incidents,
    EvidenceOfHealth evidence,
    List<PastRelease> past) {
  /**
   * @throws IllegalArgumentException when a presence's region is not in the catalogue, or occurs
   *     twice
   */
  public PlanRequest {
    presences = sorted(presences, Comparator.comparing(Presence::region));
    for (int i = 0; i < presences.size(); i++) {
      catalog.region(presences.get(i).region());
      if (i > 0 && presences.get(i).region().equals(presences.get(i - 1).region())) {
        throw new IllegalArgumentException("two presences in " + presences.get(i).region());
      }
    }
    incidents =
        sorted(
            incidents,
            Comparator.comparing(Incident::at)
                .thenComparing(Incident::region)
                .thenComparing(Incident::kind)
                .thenComparing(Incident::timeToFailure));
    past =
        sorted(
            past,
            Comparator.comparing(PastRelease::began)
                .thenComparing(PastRelease::took)
                .thenComparing(PastRelease::bakes));
  }

  /** A request of a service whose earlier releases are not known. */
  public PlanRequest(
      RegionCatalog catalog,
      List<Presence> presences,
      PlanPolicy policy,
      List<Incident> incidents,
      EvidenceOfHealth evidence) {
    this(catalog, presences, policy, incidents, evidence, List.of());
  }

  /** A request of a service whose lowest ceiling is 1 %. */
  public PlanRequest(
      RegionCatalog catalog,
      List<Presence> presences,
      PlanPolicy policy,
      List<Incident> incidents) {
    this(catalog, presences, policy, incidents, EvidenceOfHealth.ONE_PERCENT);
  }

  private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
    List<T> sorted = new ArrayList<>(items);
    sorted.sort(order);
    return List.copyOf(sorted);
  }
}
