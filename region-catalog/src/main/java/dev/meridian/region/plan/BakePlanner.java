package dev.meridian.region.plan;

import dev.meridian.region.Presence;
import dev.meridian.region.Role;
import dev.meridian.region.plan.BakeTerm.Kind;
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

  private static final Bake NONE =
      new Bake(
          List.of(new BakeTerm(Kind.NO_USERS, Duration.ZERO, "no users, passes on checks alone")),
          Duration.ZERO,
          0,
          Duration.ZERO,
          false);

  /**
   * @param firstOfBand whether the region is the first of its traffic band
   */
  Bake plan(Presence presence, RiskProfile profile, boolean firstOfBand) {
    if (!presence.role().hasUsers()) {
      return NONE;
    }
    FailureHistory.Estimate estimate = history.of(presence.region(), profile);
    List<BakeTerm> terms = new ArrayList<>();
    terms.add(floor(presence.role()));
    terms.add(failures(estimate));
    terms.add(requests(presence));
    if (firstOfBand && policy.bakeOverDailyPeak()) {
      terms.add(
          new BakeTerm(
              Kind.DAILY_PEAK, LOCAL_DAY, "first of its traffic band, sees its daily peak"));
    }
    boolean workingDay = presence.role() == Role.CANARY && policy.canaryWorkingDay();
    return new Bake(terms, policy.bakeCeiling(), evidence.requests(), estimate.mean(), workingDay);
  }

  /**
   * How long it takes until the regions of a pooled wave have the requests together. Counted in
   * whole days: their quiet hours fall at different times, and a day holds every hour of each.
   */
  BakeTerm requestsTogether(List<Presence> pool) {
    String what = evidence.requests() + " requests for evidence of health";
    double day = pool.stream().mapToDouble(Presence::meanDemand).sum() * LOCAL_DAY.toSeconds();
    return day <= 0
        ? new BakeTerm(Kind.REQUESTS, Durations.LONGEST, what + ", and nobody sends any")
        : new BakeTerm(
            Kind.REQUESTS,
            Durations.ofSeconds(Math.ceil(evidence.requests() / day) * LOCAL_DAY.toSeconds()),
            what + ", from all regions of the wave together");
  }

  /** Whether enough users come to give a verdict before the ceiling. */
  boolean judgeable(Presence presence) {
    Optional<Duration> wait = evidence.longestWait(presence.demand());
    return wait.isPresent() && wait.get().compareTo(policy.bakeCeiling()) <= 0;
  }

  private BakeTerm floor(Role role) {
    return role == Role.CANARY
        ? new BakeTerm(
            Kind.FLOOR,
            policy.canaryBakeFloor(),
            "policy floor of a canary"
                + (policy.canaryWorkingDay() ? ", and until it has seen a working day" : ""))
        : new BakeTerm(Kind.FLOOR, policy.bakeFloor(), "policy floor");
  }

  private BakeTerm failures(FailureHistory.Estimate slowest) {
    String why =
        plain(policy.incidentFactor())
            + " x mean time to failure of "
            + Durations.say(slowest.mean())
            + " ("
            + slowest.source()
            + ")";
    return new BakeTerm(
        Kind.INCIDENTS,
        Durations.ofSeconds(policy.incidentFactor() * slowest.mean().toSeconds()),
        why);
  }

  private BakeTerm requests(Presence presence) {
    String what = evidence.requests() + " requests for evidence of health";
    return evidence
        .longestWait(presence.demand())
        .map(wait -> new BakeTerm(Kind.REQUESTS, wait, what + ", from its quietest hour"))
        .orElseGet(
            () -> new BakeTerm(Kind.REQUESTS, Durations.LONGEST, what + ", and nobody sends any"));
  }

  private static String plain(double factor) {
    return factor == Math.rint(factor) ? String.valueOf((long) factor) : String.valueOf(factor);
  }
}
