package dev.meridian.region.plan;

import dev.meridian.region.RegionCode;
import dev.meridian.region.incident.Incident;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What past incidents say about how long a bad revision goes unnoticed.
 *
 * <p>Per class of incident, the mean time to failure is weighted by how like the incident's region
 * is: {@code w = (1 + equal traits) / (1 + counting traits)}. Below three incidents of a class the
 * prior stands in for each that is missing. The slowest class counts. Incidents quicker than the
 * policy's floor are left out and counted: every bake would catch them anyway, and they would only
 * hide the slow ones. The mean grows at once, and shrinks by at most a tenth from one release to
 * the next: a bad memory is worth keeping.
 *
 * @param incidents in any order that is always the same
 * @param profiles of the regions where the service runs now
 * @param floor the policy's bake floor
 * @param before the means that the last release was planned with
 */
record FailureHistory(
    List<Incident> incidents,
    SortedMap<RegionCode, RiskProfile> profiles,
    Duration floor,
    SortedMap<RegionCode, Duration> before) {
  /** Mean time to failure before anything is known. */
  static final Duration PRIOR = Duration.ofMinutes(30);

  private static final int ENOUGH = 3;
  private static final double LEAST_OF_BEFORE = 0.9;

  FailureHistory {
    incidents = List.copyOf(incidents);
  }

  /** A mean time to failure, and where it comes from. */
  record Estimate(Duration mean, String source) {}

  /** What a bake in this region is made from. */
  Estimate of(RegionCode region, RiskProfile profile) {
    Estimate slowest = slowest(profile);
    Duration last = before.getOrDefault(region, Duration.ZERO);
    Duration least = Durations.ofSeconds(LEAST_OF_BEFORE * last.toSeconds());
    return slowest.mean().compareTo(least) >= 0
        ? slowest
        : new Estimate(
            least,
            Durations.say(last) + " at the last release, which shrinks by a tenth at a time");
  }

  /** The mean time to failure of the slowest class, as it concerns a region of this profile. */
  Estimate slowest(RiskProfile profile) {
    Estimate slowest =
        new Estimate(
            PRIOR, "a prior, as no incident slower than the floor is on record" + leftOut());
    for (Incident.Kind kind : Incident.Kind.values()) {
      Optional<Estimate> estimate = of(kind, profile);
      if (estimate.isPresent() && estimate.get().mean().compareTo(slowest.mean()) > 0) {
        slowest = estimate.get();
      }
    }
    return slowest;
  }

  private Optional<Estimate> of(Incident.Kind kind, RiskProfile profile) {
    List<Incident> slow = slow(kind).toList();
    if (slow.isEmpty()) {
      return Optional.empty();
    }
    int missing = Math.max(0, ENOUGH - slow.size());
    double weights = missing;
    double seconds = missing * (double) PRIOR.toSeconds();
    for (Incident incident : slow) {
      double weight = weight(incident, profile);
      weights += weight;
      seconds += weight * incident.timeToFailure().toSeconds();
    }
    String source =
        kind.name().toLowerCase(Locale.ROOT)
            + ", "
            + slow.size()
            + (slow.size() == 1 ? " incident" : " incidents")
            + (missing == 0 ? "" : " and the prior of " + Durations.say(PRIOR))
            + leftOut();
    return Optional.of(new Estimate(Durations.ofSeconds(seconds / weights), source));
  }

  private String leftOut() {
    long quick = incidents.stream().filter(incident -> !slow(incident)).count();
    return quick == 0 ? "" : "; " + quick + " not slower than the floor left out";
  }

  private boolean slow(Incident incident) {
    return incident.timeToFailure().compareTo(floor) > 0;
  }

  private Stream<Incident> slow(Incident.Kind kind) {
    return incidents.stream().filter(incident -> incident.kind() == kind).filter(this::slow);
  }

  private double weight(Incident incident, RiskProfile profile) {
    RiskProfile there = profiles.get(incident.region());
    int equal = there == null ? 0 : profile.equal(there);
    return (1.0 + equal) / (1.0 + profile.traits().size());
  }
}
