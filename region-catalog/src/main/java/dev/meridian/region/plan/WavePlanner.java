package dev.meridian.region.plan;

import java.util.List;

/**
 * In which order, beside whom, and for how long.
 *
 * <p>Staging, canary, low-traffic, high-traffic; within each the traffic bands in ascending order;
 * within a band the best order that there is (see {@link ExactOrder}). A pure function: the same
 * request gives the same plan on every JVM, whatever the order of its documents.
 */
public final class WavePlanner {
  private WavePlanner() {}

  /** Plans the waves of one release. */
  public static Plan plan(PlanRequest request) {
    List<Candidate> candidates = Candidates.of(request);
    Itinerary itinerary = new Itinerary(request.policy(), candidates);
    Group.of(candidates).forEach(itinerary::visit);
    Findings findings = new Findings(request.policy(), itinerary.stops());
    return new Plan(itinerary.waves(), findings.list());
  }
}
