package dev.meridian.region.plan;

import dev.meridian.region.Presence;
import dev.meridian.region.Region;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.Trait;
import dev.meridian.region.incident.Incident;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * What a plan should say of one region, counted out again from the documents alone: slow, plain,
 * and without any of the planner's own classes but its tables.
 */
record PlanOracle(PlanRequest request) {
  private static final int HOUR = 3_600;

  Presence presence(RegionCode code) {
    return request.presences().stream().filter(p -> p.region().equals(code)).findFirst().get();
  }

  /** Parts per million of the world's requests. */
  long ppm(RegionCode code) {
    double world = request.presences().stream().mapToDouble(Presence::meanDemand).sum();
    return world == 0 ? 0 : Math.round(1e6 * presence(code).meanDemand() / world);
  }

  /** The power of two below its peak; -1 under one request a second. */
  int band(RegionCode code) {
    int band = -1;
    while (presence(code).peak().value() >= Math.pow(2, band + 1)) {
      band++;
    }
    return band;
  }

  /** n with ((1 - c/4) / (1 - c))^n >= 40. */
  long requests() {
    double c = request.evidence().ceiling();
    long n = 0;
    for (double wealth = 1; wealth < 40; n++) {
      wealth *= (1 - c / 4) / (1 - c);
    }
    return n;
  }

  /** Seconds until so many requests have come, from the hour at which it takes longest. */
  double longestWait(Presence presence) {
    double longest = 0;
    for (int begin = 0; begin < 24; begin++) {
      double left = requests();
      double seconds = 0;
      for (int hour = begin; left > 1e-9 && seconds < 4_000.0 * 86_400; hour++) {
        double rate = presence.demand().get(hour % 24).value();
        double passes = rate * HOUR >= left ? left / rate : HOUR;
        left -= rate * passes;
        seconds += passes;
      }
      longest = Math.max(longest, seconds);
    }
    return longest;
  }

  boolean judgeable(Presence presence) {
    return presence.meanDemand() > 0
        && longestWait(presence) <= request.policy().bakeCeiling().toSeconds() + 1e-6;
  }

  boolean low(RegionCode code) {
    List<Double> judged =
        request.presences().stream()
            .filter(p -> p.role() == Role.PRODUCTION && judgeable(p))
            .map(Presence::meanDemand)
            .sorted()
            .toList();
    double own = presence(code).meanDemand();
    int middle = judged.size() / 2;
    double median =
        judged.size() % 2 == 1
            ? judged.get(middle)
            : judged.isEmpty() ? 0 : (judged.get(middle - 1) + judged.get(middle)) / 2;
    boolean below =
        request
            .policy()
            .lowTrafficBelow()
            .map(threshold -> ppm(code) < threshold.ppm())
            .orElse(own < median);
    return below || own <= (judged.isEmpty() ? 0 : judged.getFirst());
  }

  /** Counting values: "name=value", with the traffic band. */
  TreeSet<String> values(RegionCode code) {
    Region region = request.catalog().region(code);
    TreeSet<String> values = new TreeSet<>();
    for (String name : request.policy().covers()) {
      values.add(name + "=" + region.trait(name).map(Trait::value).orElse("unstated"));
    }
    values.add("band=" + band(code));
    return values;
  }

  /** Parts per million of counting values that two regions have in common. */
  long similarity(RegionCode one, RegionCode other) {
    TreeSet<String> both = new TreeSet<>(values(one));
    both.retainAll(values(other));
    return Math.round(1e6 * both.size() / values(one).size());
  }

  /** Seconds: the slowest class, but no more than a tenth shorter than at the last release. */
  double meanTimeToFailure(RegionCode code) {
    double slowest = 1_800;
    for (Incident.Kind kind : Incident.Kind.values()) {
      slowest = Math.max(slowest, mean(code, kind));
    }
    Duration last =
        request.past().stream()
            .max(Comparator.comparing(PastRelease::began))
            .map(release -> release.meanTimesToFailure().get(code))
            .orElse(Duration.ZERO);
    return Math.max(slowest, 0.9 * last.toSeconds());
  }

  private double mean(RegionCode code, Incident.Kind kind) {
    List<Incident> slow =
        request.incidents().stream()
            .filter(incident -> incident.kind() == kind)
            .filter(it -> it.timeToFailure().compareTo(request.policy().bakeFloor()) > 0)
            .toList();
    if (slow.isEmpty()) {
      return 0;
    }
    double weights = Math.max(0, 3 - slow.size());
    double seconds = weights * 1_800;
    for (Incident incident : slow) {
      double weight = (1.0 + alike(code, incident.region())) / (1 + values(code).size());
      weights += weight;
      seconds += weight * incident.timeToFailure().toSeconds();
    }
    return seconds / weights;
  }

  private int alike(RegionCode one, RegionCode other) {
    if (request.presences().stream().noneMatch(p -> p.region().equals(other))) {
      return 0;
    }
    TreeSet<String> both = new TreeSet<>(values(one));
    both.retainAll(values(other));
    return both.size();
  }

  /**
   * @param pool who is judged together with it; itself alone where it is judged alone
   */
  double bakeSeconds(RegionCode code, boolean firstOfBand, List<RegionCode> pool) {
    Presence presence = presence(code);
    PlanPolicy policy = request.policy();
    if (presence.role() == Role.STAGING) {
      return 0;
    }
    Duration floor = presence.role() == Role.CANARY ? policy.canaryBakeFloor() : policy.bakeFloor();
    double bake =
        Math.max((double) floor.toSeconds(), policy.incidentFactor() * meanTimeToFailure(code));
    bake = Math.max(bake, needed(presence, pool));
    bake = Math.max(bake, firstOfBand && policy.bakeOverDailyPeak() ? 86_400 : 0);
    return Math.min(bake, (double) policy.bakeCeiling().toSeconds());
  }

  /** Seconds until the requests are there; whole days where several regions are judged as one. */
  double needed(Presence presence, List<RegionCode> pool) {
    if (presence.role() != Role.PRODUCTION || judgeable(presence)) {
      return longestWait(presence);
    }
    double day = pool.stream().mapToDouble(code -> presence(code).meanDemand()).sum() * 86_400;
    return day == 0 ? 4_000.0 * 86_400 : Math.ceil(requests() / day) * 86_400;
  }
}
