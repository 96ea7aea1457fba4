package dev.meridian.region.plan;

import dev.meridian.region.plan.NeededApproval.Cause;
import java.util.ArrayList;
import java.util.List;

/**
 * Where somebody has to agree by name before a region has its turn.
 *
 * @param stops that have not begun
 */
record Approvals(PlanPolicy policy, List<Stop> stops) {
  /** In the order of the waves; a region may need more than one. */
  List<NeededApproval> list() {
    List<NeededApproval> approvals = new ArrayList<>();
    for (Stop stop : stops) {
      if (largerThanCap(stop)) {
        approvals.add(approval(stop, Cause.LARGER_THAN_CAP, tooLarge(stop.candidate())));
      }
      if (unlikeAnySmaller(stop)) {
        approvals.add(approval(stop, Cause.UNLIKE_ANY_SMALLER, unprepared(stop)));
      }
      if (tooFewRequests(stop) && !stop.candidate().mayPassUnproven()) {
        approvals.add(approval(stop, Cause.TOO_FEW_REQUESTS, tooFew(stop)));
      }
    }
    return approvals;
  }

  private static NeededApproval approval(Stop stop, Cause cause, String sentence) {
    return new NeededApproval(stop.candidate().code(), cause, sentence);
  }

  private boolean largerThanCap(Stop stop) {
    return stop.candidate().traffic().compareTo(policy.blastRadius()) > 0;
  }

  private String tooLarge(Candidate region) {
    return region.code()
        + " has "
        + region.traffic()
        + " of traffic, more than the blast radius of "
        + policy.blastRadius()
        + ": it goes alone; move its users over in steps, or approve it by name";
  }

  private boolean unlikeAnySmaller(Stop stop) {
    return stop.part() == WaveGroup.HIGH_TRAFFIC
        && stop.nearestLow()
            .filter(near -> near.similarity().compareTo(policy.similarityFloor()) >= 0)
            .isEmpty();
  }

  private String unprepared(Stop stop) {
    String nearest =
        stop.nearestLow()
            .map(near ->
                near.earlier().code()
                    + " comes nearest with "
                    + near.similarity()
                    + ", and "
                    + policy.similarityFloor()
                    + " is asked")
            .orElse("none has a trait in common with it");
    return stop.candidate().code()
        + " has high traffic ("
        + stop.candidate().traffic()
        + ") and no low-traffic region before it is similar enough: "
        + nearest
        + "; it needs an approval";
  }

  /** Not even with the others of its wave: nobody will know whether it is well. */
  private boolean tooFewRequests(Stop stop) {
    Candidate region = stop.candidate();
    return region.presence().role().hasUsers()
        && !region.judgeable()
        && stop.bake().terms().stream()
            .filter(term -> term.kind() == BakeTerm.Kind.REQUESTS)
            .anyMatch(term -> term.asks().compareTo(policy.bakeCeiling()) > 0);
  }

  /** What is said of a region that has too few users. */
  String tooFew(Stop stop) {
    String start =
        stop.candidate().code()
            + " is not judgeable alone: it has too few users for "
            + stop.bake().requests()
            + " requests within the bake ceiling of "
            + Durations.say(policy.bakeCeiling());
    if (!tooFewRequests(stop)) {
      return start + "; the regions of its wave are judged as one";
    }
    return stop.candidate().mayPassUnproven()
        ? start + "; the policy lets it pass unproven at the ceiling"
        : start + "; allow a longer ceiling, a larger detectable rise, or a pass on checks by name";
  }
}
