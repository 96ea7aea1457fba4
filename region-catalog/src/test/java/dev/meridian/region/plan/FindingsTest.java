package dev.meridian.region.plan;

import static dev.meridian.region.plan.SmallWorld.waves;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import dev.meridian.region.StagingData;
import dev.meridian.region.plan.NeededApproval.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FindingsTest {
  private final SmallWorld world = new SmallWorld();

  @Test
  void staging_smallOldOrUndeclaredData_isAFinding() {
    world.staging("s1").declaring(data(0.4, 31)).staging("s2").declaring(data(0.5, 30));
    world.staging("s3").canary("brave", 40, "latin");

    assertThat(world.plan().findings())
        .contains(
            "staging s1 has 40.0 % of production's data, less than 50.0 %",
            "staging s1 has data that is 31 d old, more than 30 d",
            "staging does not declare its data in s3: nobody knows how like production it is")
        .noneMatch(finding -> finding.contains("s2"));
  }

  @Test
  void canary_setUpUnlikeProduction_isAFindingForEachDifference() {
    world.canary("brave", 40, "latin").setting("new-checkout", "on").setting("replicas", "3");
    world.production("a", 50, "latin").setting("replicas", "3").setting("cache", "on");
    world.production("b", 60, "latin").setting("replicas", "4").setting("cache", "on");

    assertThat(world.plan().findings())
        .contains(
            "canary brave sets new-checkout to on, as no production region does",
            "canary brave does not set cache, as all production regions do")
        .noneMatch(finding -> finding.contains("replicas"));
  }

  @Test
  void approvals_nameRegionAndCause_inTheOrderOfTheWaves() {
    world.production("a", 40, "latin").production("b", 200, "latin").production("c", 300, "kanji");
    world.production("tiny", 0.001, "latin");

    assertThat(world.plan().approvals())
        .extracting(NeededApproval::region, NeededApproval::cause)
        .containsExactly(
            tuple(new RegionCode("tiny"), Cause.TOO_FEW_REQUESTS),
            tuple(new RegionCode("c"), Cause.LARGER_THAN_CAP),
            tuple(new RegionCode("c"), Cause.UNLIKE_ANY_SMALLER));
    assertThat(world.plan().findings())
        .containsAll(world.plan().approvals().stream().map(NeededApproval::sentence).toList());
  }

  @Test
  void tooFewUsers_namedByThePolicy_passUnprovenWithoutApproval() {
    world.production("a", 40, "latin").production("tiny", 0.001, "latin");
    PlanPolicy policy = policy(Optional.empty(), List.of(new RegionCode("tiny")));

    Plan plan = world.plan(policy);

    assertThat(plan.approvals()).noneMatch(it -> it.cause() == Cause.TOO_FEW_REQUESTS);
    assertThat(plan.findings())
        .contains(
            "tiny is not judgeable alone: it has too few users for 489 requests within the bake"
                + " ceiling of 1 d; the policy lets it pass unproven at the ceiling");
    assertThat(placement(plan, "tiny").judgement()).isEqualTo(Judgement.POOLED_OR_UNPROVEN);
    assertThat(placement(plan, "a").judgement()).isEqualTo(Judgement.ALONE);
  }

  @Test
  void tooFewUsers_enoughTogether_areJudgedAsOne() {
    // 0.004 requests/s are 345 a day; two of them have 489 within the ceiling of one day.
    world.production("a", 40, "latin").production("t1", 0.004, "latin");
    world.production("t2", 0.004, "latin");

    Plan plan = world.plan();

    assertThat(waves(plan)).containsExactly("a", "t1 t2");
    assertThat(plan.approvals()).noneMatch(it -> it.cause() == Cause.TOO_FEW_REQUESTS);
    assertThat(placement(plan, "t1").judgement()).isEqualTo(Judgement.POOLED);
    assertThat(placement(plan, "t1").bake().inputs())
        .contains(
            "1 d: 489 requests for evidence of health, from all regions of the wave together");
    assertThat(plan.findings())
        .contains(
            "t1 is not judgeable alone: it has too few users for 489 requests within the bake"
                + " ceiling of 1 d; the regions of its wave are judged as one");
  }

  @Test
  void lowTraffic_belowAThresholdOfThePolicy_isNotTheMedian() {
    world.production("a", 40, "latin").production("b", 41, "latin").production("c", 60, "latin");
    world.production("d", 500, "latin");

    Plan byMedian = world.plan();
    Plan byThreshold = world.plan(policy(Optional.of(Share.ofFraction(0.1)), List.of()));

    assertThat(low(byMedian)).containsExactly("a", "b");
    assertThat(low(byThreshold)).containsExactlyInAnyOrder("a", "b", "c");
  }

  private static List<String> low(Plan plan) {
    return plan.waves().stream()
        .filter(wave -> wave.group() == WaveGroup.LOW_TRAFFIC)
        .flatMap(wave -> wave.placements().stream())
        .map(placement -> placement.region().value())
        .toList();
  }

  private static Placement placement(Plan plan, String region) {
    return plan.waves().stream()
        .flatMap(wave -> wave.placements().stream())
        .filter(placement -> placement.region().value().equals(region))
        .findFirst()
        .orElseThrow();
  }

  private static StagingData data(double share, int days) {
    return new StagingData(Share.ofFraction(share), Duration.ofDays(days), true, List.of());
  }

  private static PlanPolicy policy(Optional<Share> lowTrafficBelow, List<RegionCode> unproven) {
    PlanPolicy usual = SmallWorld.POLICY;
    return new PlanPolicy(
        usual.covers(),
        usual.canaryBakeFloor(),
        usual.bakeFloor(),
        usual.bakeCeiling(),
        usual.bakeOverDailyPeak(),
        usual.incidentFactor(),
        usual.parallelism(),
        usual.blastRadius(),
        usual.similarityFloor(),
        false,
        lowTrafficBelow,
        unproven);
  }
}
