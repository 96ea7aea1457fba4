package dev.meridian.region.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.region.Presence;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/** One random world planned, and every law of the planning document asked of the plan. */
public final class PlanChecker {
  private static final int SMALL = 6;

  private final PlanRequest request;
  private final Plan plan;
  private final PlanOracle oracle;

  private PlanChecker(PlanRequest request) {
    this.request = request;
    this.plan = WavePlanner.plan(request);
    this.oracle = new PlanOracle(request);
  }

  /** The law that the plan of this seed's world breaks, if it breaks one. */
  public static Optional<String> violation(long seed) {
    try {
      PlanChecker checker = new PlanChecker(VariedWorld.request(seed));
      checker.figures();
      checker.rules();
      checker.approvals();
      checker.durations();
      if (checker.request.presences().size() <= SMALL) {
        checker.best();
      }
      workingDay(seed);
      return Optional.empty();
    } catch (AssertionError | RuntimeException broken) {
      return Optional.of(String.valueOf(broken.getMessage()).strip().lines().findFirst().get());
    }
  }

  private static void same(String law, Object seen, Object right) {
    assertThat(seen).withFailMessage("%s: %s, should be %s", law, seen, right).isEqualTo(right);
  }

  private static void near(String law, double seen, double right) {
    assertThat(Math.abs(seen - right) <= 4 + 1e-9 * right)
        .withFailMessage("%s: %s, should be %s", law, seen, right)
        .isTrue();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }

  /** Shares, groups, bakes, exposure: each placement against the naive count. */
  private void figures() {
    double exposed = 0;
    List<RegionCode> earlier = new ArrayList<>();
    double world = request.presences().stream().mapToDouble(Presence::meanDemand).sum();
    for (Wave wave : plan.waves()) {
      List<RegionCode> members = wave.placements().stream().map(Placement::region).toList();
      for (Placement placement : wave.placements()) {
        RegionCode code = placement.region();
        same("share of " + code, (long) placement.traffic().ppm(), oracle.ppm(code));
        same("group of " + code, wave.group(), group(code));
        same("judgement of " + code, placement.judgement(), judgement(code));
        bake(placement, members);
        likeness(placement, earlier);
        exposed += oracle.presence(code).meanDemand();
      }
      earlier.addAll(members);
      long ppm = world == 0 ? 0 : Math.round(1e6 * exposed / world);
      near("exposed after wave " + wave.number(), wave.exposedAfter().ppm(), (double) ppm);
    }
  }

  private WaveGroup group(RegionCode code) {
    Presence presence = oracle.presence(code);
    return switch (presence.role()) {
      case STAGING -> WaveGroup.STAGING;
      case CANARY -> WaveGroup.CANARY;
      case PRODUCTION ->
          oracle.low(code) || !oracle.judgeable(presence)
              ? WaveGroup.LOW_TRAFFIC
              : WaveGroup.HIGH_TRAFFIC;
    };
  }

  private Judgement judgement(RegionCode code) {
    Presence presence = oracle.presence(code);
    if (presence.role() == Role.STAGING) {
      return Judgement.CHECKS;
    }
    if (presence.role() == Role.CANARY || oracle.judgeable(presence)) {
      return Judgement.ALONE;
    }
    return request.policy().passUnproven().contains(code)
        ? Judgement.POOLED_OR_UNPROVEN
        : Judgement.POOLED;
  }

  private void bake(Placement placement, List<RegionCode> members) {
    RegionCode code = placement.region();
    boolean first = placement.reason().firstOfBand();
    double right = oracle.bakeSeconds(code, first, members);
    near("bake of " + code, seconds(placement.bake().duration()), right);
    if (placement.role().hasUsers()) {
      same("requests of " + code, placement.bake().requestsNeeded(), oracle.requests());
      double mean = oracle.meanTimeToFailure(code);
      near("mean time to failure", seconds(placement.bake().meanTimeToFailure()), mean);
    }
    boolean workingDay = placement.role() == Role.CANARY && request.policy().canaryWorkingDay();
    same("working day of " + code, placement.bake().workingDay(), workingDay);
  }

  /** The earlier region that it names is one of those most like it. */
  private void likeness(Placement placement, List<RegionCode> earlier) {
    long most =
        earlier.stream()
            .filter(this::witness)
            .mapToLong(other -> oracle.similarity(placement.region(), other))
            .max()
            .orElse(0);
    same("similarity of " + placement.region(), (long) placement.reason().similarity().ppm(), most);
  }

  private boolean witness(RegionCode code) {
    Presence presence = oracle.presence(code);
    return presence.role().hasUsers() && oracle.judgeable(presence);
  }

  private void rules() {
    PlanRules rules = new PlanRules(request, plan);
    rules.everyRegionOnce();
    rules.groupsInOrder();
    rules.bandsAscendInEachGroup();
    rules.neverTwoOfAFailureDomainNorPeers();
    rules.capAndParallelism();
    rules.oneNewcomerInAWave();
    rules.firstOfBandAlone();
    bandsAscend();
    accelerates();
    rules.exposureGrowsToTheWhole();
    rules.bakesWithinFloorAndCeiling();
  }

  /** By the peaks themselves: the planner's own order of bands is under suspicion too. */
  private void bandsAscend() {
    for (WaveGroup group : WaveGroup.values()) {
      List<Integer> bands =
          plan.waves().stream()
              .filter(wave -> wave.group() == group && group != WaveGroup.STAGING)
              .flatMap(wave -> wave.placements().stream())
              .filter(placement -> witness(placement.region()) || group == WaveGroup.CANARY)
              .map(placement -> oracle.band(placement.region()))
              .toList();
      assertThat(bands).as("bands of " + group).isSorted();
    }
  }

  /** Alone at first, then one beside 1, 2, 4, ... as more waves of its band have passed. */
  private void accelerates() {
    TreeMap<String, Integer> passed = new TreeMap<>();
    for (Wave wave : plan.waves()) {
      RegionCode first = wave.placements().getFirst().region();
      if (witness(first) || wave.group() == WaveGroup.CANARY) {
        String band = oracle.presence(first).role() + " " + oracle.band(first);
        int before = passed.merge(band, 1, Integer::sum) - 1;
        int most = before == 0 ? 1 : 1 + (1 << (before - 1));
        assertThat(wave.placements().size())
            .as("wave " + (before + 1) + " of its band")
            .isLessThanOrEqualTo(most);
      }
    }
  }

  private void approvals() {
    TreeSet<String> right = new TreeSet<>();
    List<RegionCode> low = new ArrayList<>();
    for (Wave wave : plan.waves()) {
      List<RegionCode> members = wave.placements().stream().map(Placement::region).toList();
      for (RegionCode code : members) {
        if (oracle.ppm(code) > request.policy().blastRadius().ppm()) {
          right.add(code + " LARGER_THAN_CAP");
        }
        long most = low.stream().mapToLong(it -> oracle.similarity(code, it)).max().orElse(0);
        boolean alike = most > 0 && most >= request.policy().similarityFloor().ppm();
        if (wave.group() == WaveGroup.HIGH_TRAFFIC && !alike) {
          right.add(code + " UNLIKE_ANY_SMALLER");
        }
        if (tooFew(code, members)) {
          right.add(code + " TOO_FEW_REQUESTS");
        }
      }
      members.stream().filter(it -> witness(it) && oracle.low(it)).forEach(low::add);
    }
    TreeSet<String> seen = new TreeSet<>();
    plan.approvals().forEach(approval -> seen.add(approval.region() + " " + approval.cause()));
    same("approvals", seen, right);
  }

  private boolean tooFew(RegionCode code, List<RegionCode> members) {
    Presence presence = oracle.presence(code);
    return presence.role().hasUsers()
        && !oracle.judgeable(presence)
        && !request.policy().passUnproven().contains(code)
        && oracle.needed(presence, members) > request.policy().bakeCeiling().toSeconds();
  }

  /** The shortest and the longest that the release takes. */
  private void durations() {
    List<PastRelease> past = request.past();
    List<Long> beside =
        past.size() < 3
            ? List.of(120L, 600L, 1_800L)
            : past.stream().map(it -> it.overheadOfAWave().toSeconds()).sorted().toList();
    double shortest = 0;
    double longest = 0;
    for (Wave wave : plan.waves()) {
      shortest += beside.getFirst() + wave.longestBake().toSeconds();
      boolean users = wave.group() != WaveGroup.STAGING;
      longest += beside.getLast() + (users ? request.policy().bakeCeiling().toSeconds() : 0);
    }
    ExpectedDuration expected = plan.expected().orElseThrow();
    int waves = plan.waves().size();
    assertThat(Math.abs(expected.shortest().toSeconds() - shortest) <= waves)
        .withFailMessage("shortest: %s, should be %s s", expected.shortest(), shortest)
        .isTrue();
    assertThat(Math.abs(expected.longest().toSeconds() - longest) <= waves)
        .withFailMessage("longest: %s, should be %s s", expected.longest(), longest)
        .isTrue();
  }

  /** No order of any band is better. */
  private void best() {
    List<List<String>> careful =
        plan.waves().stream()
            .filter(wave -> wave.group() != WaveGroup.STAGING)
            .map(wave -> wave.placements().stream().map(p -> p.region().value()).sorted().toList())
            .filter(wave -> Collections.disjoint(wave, pooled()))
            .toList();
    same("best order", careful, BruteForce.waves(request));
  }

  private List<String> pooled() {
    return request.presences().stream()
        .filter(it -> it.role() == Role.PRODUCTION && !oracle.judgeable(it))
        .map(it -> it.region().value())
        .toList();
  }

  /** A bake that must see a working day ends when the first one that began in it ends. */
  private static void workingDay(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Duration asked = Duration.ofMinutes(random.nextInt(5_000));
    Duration ceiling = asked.plusMinutes(random.nextInt(10_000));
    BakeTime bake =
        new BakeTime(asked, ceiling, 1, List.of(), List.of(), Duration.ZERO, random.nextBoolean());
    ZoneId zone = ZoneId.of(random.nextBoolean() ? "Asia/Tokyo" : "Europe/Paris");
    Instant exposed = Instant.EPOCH.plusSeconds(1_700_000_000L + random.nextInt(30_000_000));
    ZonedDateTime end = exposed.plus(asked).atZone(zone);
    if (bake.workingDay()) {
      ZonedDateTime nine = exposed.atZone(zone).truncatedTo(java.time.temporal.ChronoUnit.DAYS);
      nine = nine.withHour(9);
      while (nine.toInstant().isBefore(exposed)
          || nine.getDayOfWeek() == DayOfWeek.SATURDAY
          || nine.getDayOfWeek() == DayOfWeek.SUNDAY) {
        nine = nine.plusDays(1).withHour(9);
      }
      ZonedDateTime five = nine.withHour(17);
      end = five.isAfter(end) ? five : end;
    }
    Instant latest = exposed.plus(ceiling);
    Instant right = end.toInstant().isAfter(latest) ? latest : end.toInstant();
    same("end of the bake", bake.until(exposed, zone), right);
  }
}
