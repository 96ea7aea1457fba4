package dev.meridian.region.plan;

import dev.meridian.region.RegionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    return plan(request, List.of(), List.of());
  }

  /**
   * Plans the rest of a release anew because regions have left: waves that have begun stand as they
   * are, and the others are ordered again, so that whoever brought a trait is replaced by the next
   * who has it.
   *
   * @param request what the release was planned from, unchanged: shares and bakes stay the same
   * @param begun the first waves of its plan
   * @param left regions of later waves that are not gone to any more
   * @return the whole plan; findings, approvals and duration are those of the rest
   * @throws IllegalArgumentException when a wave that has begun names a region that the request
   *     does not
   */
  public static Plan replan(PlanRequest request, List<Wave> begun, List<RegionCode> left) {
    return plan(request, begun, left);
  }

  private static Plan plan(PlanRequest request, List<Wave> begun, List<RegionCode> left) {
    Candidates candidates = new Candidates(request);
    List<Candidate> all = candidates.all();
    List<Candidate> waiting = new ArrayList<>(all);
    waiting.removeIf(candidate -> left.contains(candidate.code()));
    Itinerary itinerary = new Itinerary(request.policy(), candidates.bakes(), all);
    for (Wave wave : begun) {
      List<Candidate> members = members(wave, all);
      itinerary.resume(wave, members);
      waiting.removeAll(members);
    }
    int passed = itinerary.stops().size();
    Group.of(waiting).forEach(itinerary::visit);

    List<Wave> rest = itinerary.waves().subList(begun.size(), itinerary.waves().size());
    ExpectedDuration expected = new Schedule(request.past()).of(rest);
    List<Stop> stops = itinerary.stops();
    Approvals approvals = new Approvals(request.policy(), stops.subList(passed, stops.size()));
    Findings findings = new Findings(request.policy(), stops, approvals, expected);
    return new Plan(itinerary.waves(), findings.list(), approvals.list(), Optional.of(expected));
  }

  private static List<Candidate> members(Wave wave, List<Candidate> all) {
    List<Candidate> members = new ArrayList<>();
    for (Placement placement : wave.placements()) {
      members.add(
          all.stream()
              .filter(candidate -> candidate.code().equals(placement.region()))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalArgumentException("no presence in " + placement.region())));
    }
    return members;
  }
}
