package dev.meridian.region.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meridian.region.RegionCode;
import dev.meridian.region.WorldwideDocuments;
import dev.meridian.region.plan.NeededApproval.Cause;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thirty-one regions, three counting traits. */
@Timeout(60)
class WorldwidePlanTest {
  private static final PlanRequest REQUEST = WorldwideDocuments.request();
  private static final Plan PLAN = WavePlanner.plan(REQUEST);

  @Test
  void thirtyOneRegions_threeCountingTraits_takeTwelveToFourteenWaves() {
    assertThat(REQUEST.presences()).hasSize(31);
    assertThat(REQUEST.policy().covers()).hasSize(3);
    assertThat(PLAN.waves()).hasSizeBetween(12, 14);
    assertThat(PLAN.waves().stream().filter(wave -> wave.placements().size() > 2)).hasSize(5);
  }

  @Test
  void order_isOneToDefend() {
    assertThat(SmallWorld.waves(PLAN))
        .containsExactly(
            "eu-west-3",
            "ca-central-1",
            "me-south-1",
            "ca-west-1 sa-west-1",
            "il-central-1 eu-central-2 ap-southeast-4",
            "ap-northeast-2 af-south-1 me-central-1 mx-central-1 eu-north-1",
            "ap-northeast-3 eu-east-1 eu-south-2",
            "ap-south-2",
            "ap-southeast-2 eu-south-1",
            "ap-southeast-1 eu-west-1 us-west-1",
            "ap-northeast-1 ap-south-1 ap-southeast-3 eu-west-2 sa-east-1",
            "us-west-2",
            "eu-central-1 us-east-2",
            "us-east-1");
  }

  @Test
  void plan_keepsEveryRule() {
    PlanRules rules = new PlanRules(REQUEST, PLAN);
    rules.everyRegionOnce();
    rules.groupsInOrder();
    rules.bandsAscendInEachGroup();
    rules.neverTwoOfAFailureDomainNorPeers();
    rules.capAndParallelism();
    rules.oneNewcomerInAWave();
    rules.firstOfBandAlone();
    rules.exposureGrowsToTheWhole();
    rules.bakesWithinFloorAndCeiling();
  }

  @Test
  void findings_nobodySmallReadsDevanagari() {
    assertThat(PLAN.approvals())
        .extracting(NeededApproval::region, NeededApproval::cause)
        .containsExactly(tuple(new RegionCode("ap-south-2"), Cause.UNLIKE_ANY_SMALLER));
    assertThat(PLAN.findings()).hasSize(1);
  }

  @Test
  void expected_isAboutAWeek() {
    ExpectedDuration expected = PLAN.expected().orElseThrow();

    assertThat(expected.shortest()).isBetween(Duration.ofDays(7), Duration.ofDays(9));
    assertThat(expected.likely()).isBetween(expected.shortest(), Duration.ofDays(9));
  }
}
