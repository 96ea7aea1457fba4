package dev.meridian.region.plan;

import dev.meridian.region.Presence;
import dev.meridian.region.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long a region has to be watched: {@code max(policy floor, k x mean time to failure, time to
 * collect the requests that evidence of health needs, one local day where its peak is asked for)},
 * capped by the ceiling.
 */
record BakePlanner(PlanPolicy policy, FailureHistory history, EvidenceOfHealth evidence) {
  /** A local day holds every hour of the demand, the peak among them, whenever the bake begins. */
  private static final Duration LOCAL_DAY = Duration.ofDays(1);

  /**
   * @param firstOfBand whether the region is the first of its traffic band
   */
  Bake plan(Presence presence, RiskProfile profile, boolean firstOfBand) {
    if (!presence.role().hasUsers()) {
      Bake.Term none = new Bake.Term(Duration.ZERO, "no users, passes on checks alone");
      return new Bake(List.of(none), Duration.ZERO, 0);
    }
    List<Bake.Term> terms = new ArrayList<>();
    terms.add(floor(presence.role()));
    terms.add(failures(profile));
    terms.add(requests(presence));
    if (firstOfBand && policy.bakeOverDailyPeak()) {
      terms.add(new Bake.Term(LOCAL_DAY, "first of its traffic band, sees its daily peak"));
    }
    return new Bake(terms, policy.bakeCeiling(), evidence.requests());
  }

  /** Whether enough users come to give a verdict before the ceiling. */
  boolean judgeable(Presence presence) {
    Optional<Duration> wait = evidence.longestWait(presence.demand());
    return wait.isPresent() && wait.get().compareTo(policy.bakeCeiling()) <= 0;
  }

  private Bake.Term floor(Role role) {
    return role == Role.CANARY
        ? new Bake.Term(policy.canaryBakeFloor(), "policy floor of a canary")
        : new Bake.Term(policy.bakeFloor(), "policy floor");
  }

  private Bake.Term failures(RiskProfile profile) {
    FailureHistory.Estimate slowest = history.slowest(profile);
    String why =
        plain(policy.incidentFactor())
            + " x mean time to failure of "
            + Durations.say(slowest.mean())
            + " ("
            + slowest.source()
            + ")";
    return new Bake.Term(
        Durations.ofSeconds(policy.incidentFactor() * slowest.mean().toSeconds()), why);
  }

  private Bake.Term requests(Presence presence) {
    String what = evidence.requests() + " requests for evidence of health";
    return evidence
        .longestWait(presence.demand())
        .map(wait -> new Bake.Term(wait, what + ", from its quietest hour"))
        .orElseGet(() -> new Bake.Term(Durations.LONGEST, what + ", and nobody sends any"));
  }

  private static String plain(double factor) {
    return factor == Math.rint(factor) ? String.valueOf((long) factor) : String.valueOf(factor);
  }
}
