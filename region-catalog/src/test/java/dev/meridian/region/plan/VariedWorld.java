package dev.meridian.region.plan;

import dev.meridian.region.Presence;
import dev.meridian.region.RegionCode;
import dev.meridian.region.RequestsPerSecond;
import dev.meridian.region.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A {@link RandomWorld} with days that have nights, policies that say more, and a past. */
record VariedWorld(SplittableRandom random, PlanRequest plain) {
  static PlanRequest request(long seed) {
    int draw = (int) (seed % 1_000_003);
    int size = draw % 12 == 11 ? 8 + ((draw / 12) % 16) : 1 + (draw % 7);
    PlanRequest plain = RandomWorld.request(seed, size, 1 + (draw % 3));
    return new VariedWorld(new SplittableRandom(~seed), plain).varied();
  }

  private PlanRequest varied() {
    return new PlanRequest(
        plain.catalog(),
        plain.presences().stream().map(this::daily).toList(),
        policy(),
        plain.incidents(),
        new EvidenceOfHealth(random.nextBoolean() ? 0.01 : 0.002 + 0.02 * random.nextDouble()),
        past());
  }

  /** The same day in another shape, and sometimes with very few users. */
  private Presence daily(Presence flat) {
    double scale = random.nextInt(6) == 0 ? 0.0005 * random.nextDouble() : 1;
    double night = random.nextDouble();
    int noon = random.nextInt(24);
    List<RequestsPerSecond> demand = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      double sun = (1 + Math.cos(Math.PI * (hour - noon) / 12)) / 2;
      double rate = flat.demand().getFirst().value() * scale * (night + (1 - night) * sun);
      demand.add(new RequestsPerSecond(rate));
    }
    return new Presence(
        flat.region(),
        flat.role(),
        flat.namespace(),
        flat.endpoint(),
        flat.recordSet(),
        demand,
        flat.capacity(),
        flat.parameters(),
        flat.metricLabels());
  }

  private PlanPolicy policy() {
    PlanPolicy policy = plain.policy();
    List<RegionCode> unproven =
        plain.presences().stream()
            .map(Presence::region)
            .filter(_ -> random.nextInt(4) == 0)
            .toList();
    return new PlanPolicy(
        policy.covers(),
        policy.canaryBakeFloor(),
        policy.bakeFloor(),
        policy.bakeCeiling(),
        policy.bakeOverDailyPeak(),
        1 + random.nextInt(3),
        policy.parallelism(),
        policy.blastRadius(),
        policy.similarityFloor(),
        random.nextBoolean(),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(Share.ofFraction(0.3 * random.nextDouble())),
        unproven);
  }

  private List<PastRelease> past() {
    List<PastRelease> past = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      SortedMap<RegionCode, Duration> means = new TreeMap<>();
      plain
          .presences()
          .forEach(p -> means.put(p.region(), Duration.ofMinutes(1 + random.nextInt(1_200))));
      Duration bakes = Duration.ofMinutes(random.nextInt(3_000));
      past.add(
          new PastRelease(
              Instant.EPOCH.plusSeconds(random.nextInt(10_000_000)),
              bakes.plusMinutes(random.nextInt(600)),
              bakes,
              1 + random.nextInt(9),
              means));
    }
    return past;
  }
}
