package dev.meridian.region.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import dev.meridian.region.incident.Incident;
import dev.meridian.region.incident.Incident.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class BakePlannerTest {
  private final SmallWorld world =
      new SmallWorld()
          .staging("dry")
          .canary("brave", 50, "latin")
          .production("a", 70, "latin")
          .production("b", 71, "latin");

  @Test
  void staging_hasNoUsers_bakesNotAtAll() {
    BakeTime bake = bake("dry", SmallWorld.POLICY);

    assertThat(bake.duration()).isZero();
    assertThat(bake.requestsNeeded()).isZero();
    assertThat(bake.inputs()).containsExactly("0 s: no users, passes on checks alone");
  }

  @Test
  void noIncidents_floorDecides_andThePriorStaysBelowIt() {
    assertThat(bake("brave", SmallWorld.POLICY).inputs())
        .containsExactly(
            "12 h: policy floor of a canary",
            "1 h: 2 x mean time to failure of 30 min"
                + " (a prior, as no incident slower than the floor is on record)",
            "10 s: 489 requests for evidence of health, from its quietest hour");
    assertThat(bake("a", SmallWorld.POLICY))
        .extracting(BakeTime::duration, BakeTime::ceiling, BakeTime::requestsNeeded)
        .containsExactly(Duration.ofHours(2), Duration.ofDays(1), 489L);
  }

  @ParameterizedTest
  @CsvSource({
    // incidents of 5 h in "a" itself, mean in minutes: (n x 300 + (3 - n) x 30) / 3
    "1, 120",
    "2, 210",
    "3, 300",
    "4, 300"
  })
  void incidents_fewerThanThree_areMixedWithThePrior(int incidents, long minutes) {
    Incident[] record = new Incident[incidents];
    for (int i = 0; i < incidents; i++) {
      record[i] = incident("a", Kind.LEAK, Duration.ofHours(5));
    }

    assertThat(bake("a", SmallWorld.POLICY, record).duration())
        .isEqualTo(Duration.ofMinutes(2 * minutes));
  }

  @Test
  void incidents_notSlowerThanTheFloor_areLeftOut() {
    Duration floor = SmallWorld.POLICY.bakeFloor();
    Incident atTheFloor = incident("a", Kind.ERRORS, floor);
    Incident slower = incident("a", Kind.ERRORS, floor.plusSeconds(1));

    assertThat(bake("a", SmallWorld.POLICY, atTheFloor, atTheFloor, atTheFloor).duration())
        .isEqualTo(floor);
    assertThat(bake("a", SmallWorld.POLICY, slower, slower, slower).duration())
        .isEqualTo(floor.plusSeconds(1).multipliedBy(2));
  }

  @Test
  void incidents_quickerThanTheFloor_areCountedInWords() {
    Incident quick = incident("a", Kind.ERRORS, Duration.ofMinutes(4));
    Incident slow = incident("a", Kind.LEAK, Duration.ofHours(9));

    assertThat(bake("a", SmallWorld.POLICY, quick, quick).inputs().get(1))
        .contains("no incident slower than the floor is on record; 2 not slower than the floor");
    assertThat(bake("a", SmallWorld.POLICY, quick, slow).inputs().getFirst())
        .endsWith(
            "(leak, 1 incident and the prior of 30 min; 1 not slower than the floor left out)");
  }

  @ParameterizedTest
  @CsvSource({
    // What the last release was planned with, in minutes, and the mean of this one: 30 by itself.
    "0, 30",
    "30, 30",
    "33, 30",
    "100, 90",
    "90, 81"
  })
  void history_shortensABake_byATenthOfTheLastReleaseAtMost(int before, int minutes) {
    SortedMap<RegionCode, Duration> means = new TreeMap<>();
    means.put(new RegionCode("a"), Duration.ofMinutes(before));
    PastRelease last =
        new PastRelease(Instant.EPOCH, Duration.ofDays(1), Duration.ofDays(1), 3, means);
    PlanRequest request = world.request(SmallWorld.POLICY);

    Bake bake =
        candidate(
                "a",
                new PlanRequest(
                    request.catalog(),
                    request.presences(),
                    request.policy(),
                    List.of(),
                    request.evidence(),
                    List.of(last)))
            .bake();

    assertThat(bake.meanTimeToFailure()).isEqualTo(Duration.ofMinutes(minutes));
    assertThat(bake.terms())
        .filteredOn(term -> term.kind() == BakeTerm.Kind.INCIDENTS)
        .extracting(BakeTerm::asks)
        .containsExactly(Duration.ofMinutes(2L * minutes));
  }

  @Test
  void incidents_ofSeveralClasses_theSlowestCounts() {
    BakeTime bake =
        bake(
            "a",
            SmallWorld.POLICY,
            incident("a", Kind.DATA, Duration.ofHours(9)),
            incident("a", Kind.ERRORS, Duration.ofHours(3)),
            incident("a", Kind.ERRORS, Duration.ofHours(3)),
            incident("a", Kind.ERRORS, Duration.ofHours(3)));

    assertThat(bake.inputs().getFirst())
        .isEqualTo(
            "6 h 40 min: 2 x mean time to failure of 3 h 20 min"
                + " (data, 1 incident and the prior of 30 min)");
  }

  @Test
  void incidents_elsewhere_weighBySimilarity() {
    Incident same = incident("a", Kind.LEAK, Duration.ofHours(5));
    Incident canary = incident("brave", Kind.LEAK, Duration.ofHours(5));
    Incident gone = incident("gone", Kind.LEAK, Duration.ofHours(5));

    // Weights 3/3, 2/3 (same script, other band) and 1/3: (w x 300 + 2 x 30) / (w + 2) minutes.
    assertThat(mean(same)).isEqualTo(Duration.ofHours(2));
    assertThat(mean(canary)).isEqualTo(Duration.ofSeconds(5_850));
    assertThat(mean(gone)).isEqualTo(Duration.ofSeconds(4_115));
  }

  private Duration mean(Incident incident) {
    PlanRequest request = world.request(SmallWorld.POLICY);
    Candidate a = candidate("a", request);
    SortedMap<RegionCode, RiskProfile> profiles = new TreeMap<>();
    Candidates.of(request).forEach(it -> profiles.put(it.code(), it.risk()));
    return new FailureHistory(List.of(incident), profiles, Duration.ofHours(2), new TreeMap<>())
        .slowest(a.risk())
        .mean();
  }

  @Test
  void firstOfItsBand_askedToSeeThePeak_bakesALocalDay() {
    PlanPolicy policy = policy(true, Duration.ofDays(2));

    assertThat(bake("a", policy).inputs().getFirst())
        .isEqualTo("1 d: first of its traffic band, sees its daily peak");
    assertThat(bake("b", policy).duration()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void ceiling_shorterThanAsked_cutsAndIsAFinding() {
    PlanPolicy policy = policy(true, Duration.ofHours(12));
    Plan plan = world.plan(policy);

    assertThat(bake("a", policy).duration()).isEqualTo(Duration.ofHours(12));
    assertThat(bake("a", policy).inputs())
        .startsWith(
            "12 h: policy ceiling, shorter than the bake asks",
            "1 d: first of its traffic band, sees its daily peak");
    assertThat(plan.findings())
        .contains(
            "a should bake longer than the ceiling of 12 h: 1 d: first of its traffic band, sees"
                + " its daily peak")
        .noneMatch(finding -> finding.startsWith("b should"));
  }

  @Test
  void factor_notWhole_isShownAsItIs() {
    PlanPolicy half =
        new PlanPolicy(
            List.of(),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofDays(1),
            false,
            1.5,
            3,
            Share.WHOLE,
            Share.NONE);

    assertThat(bake("a", half).inputs().getFirst()).startsWith("45 min: 1.5 x mean time");
  }

  private BakeTime bake(String region, PlanPolicy policy, Incident... incidents) {
    return world.plan(policy, incidents).waves().stream()
        .flatMap(wave -> wave.placements().stream())
        .filter(placement -> placement.region().value().equals(region))
        .map(Placement::bake)
        .findFirst()
        .orElseThrow();
  }

  private static Candidate candidate(String region, PlanRequest request) {
    return Candidates.of(request).stream()
        .filter(it -> it.code().value().equals(region))
        .findFirst()
        .orElseThrow();
  }

  private static Incident incident(String region, Kind kind, Duration after) {
    return new Incident(new RegionCode(region), kind, after, Instant.EPOCH);
  }

  private static PlanPolicy policy(boolean overDailyPeak, Duration ceiling) {
    return new PlanPolicy(
        List.of("script"),
        Duration.ofHours(12),
        Duration.ofHours(2),
        ceiling,
        overDailyPeak,
        2,
        3,
        Share.WHOLE,
        Share.NONE);
  }
}
