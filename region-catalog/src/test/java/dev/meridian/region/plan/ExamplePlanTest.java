package dev.meridian.region.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.region.ExampleDocuments;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The plan of the documentation's example, which people see first. */
@Timeout(60)
class ExamplePlanTest {
  private static final Plan PLAN =
      WavePlanner.plan(
          new PlanRequest(
              ExampleDocuments.catalog(),
              ExampleDocuments.presences(),
              ExampleDocuments.policy(),
              List.of()));

  @BeforeAll
  static void print() {
    for (Wave wave : PLAN.waves()) {
      System.out.printf("%2d %s, then %s%n", wave.number(), wave.group(), wave.exposedAfter());
      wave.placements().forEach(it -> System.out.println("     " + it.reason().sentence()));
    }
    PLAN.findings().forEach(finding -> System.out.println("   ! " + finding));
  }

  @Test
  void order_isOneToDefend() {
    assertThat(SmallWorld.waves(PLAN))
        .containsExactly(
            "eu-west-3",
            "ca-central-1",
            "af-south-1",
            "me-central-1",
            "ap-northeast-2 sa-east-1",
            "ap-southeast-1",
            "ap-northeast-1",
            "eu-central-1",
            "ap-south-1",
            "us-east-1");
  }

  @Test
  void bakes_areThoseOfThePolicy_andThePriorNeverDecides() {
    for (Wave wave : PLAN.waves()) {
      for (Placement placement : wave.placements()) {
        Duration expected =
            switch (placement.role()) {
              case STAGING -> Duration.ZERO;
              case CANARY -> Duration.ofHours(12);
              case PRODUCTION -> Duration.ofHours(2);
            };
        assertThat(placement.bake().duration()).isEqualTo(expected);
        assertThat(placement.bake().requestsNeeded())
            .isEqualTo(placement.role() == Role.STAGING ? 0 : 489);
      }
    }
  }

  @Test
  void mobileUsersAndHangul_areMetInLowTrafficFirst() {
    assertThat(sentence("af-south-1"))
        .isEqualTo(
            "third: first of 32 to 64 requests/s, so alone; adds mobile-share=high; 2.0 % of"
                + " traffic; like ca-central-1 in 66.7 %");
    assertThat(sentence("ap-northeast-2"))
        .isEqualTo("fifth: adds script=hangul; 3.9 % of traffic; like ca-central-1 in 33.3 %");
    assertThat(sentence("us-east-1"))
        .isEqualTo(
            "eleventh: its traits are covered; 31.0 % of traffic; like ca-central-1 in 66.7 %");
  }

  @Test
  void exposure_growsFromNothingToTheWorld() {
    assertThat(PLAN.waves().getFirst().exposedAfter()).isEqualTo(Share.NONE);
    assertThat(PLAN.waves().getLast().exposedAfter()).isEqualTo(Share.WHOLE);
  }

  @Test
  void findings_nameWhoMeetsANewTraitInHighTraffic() {
    assertThat(PLAN.findings())
        .extracting(finding -> finding.substring(0, finding.indexOf(' ')))
        .containsExactly("ap-northeast-1", "eu-central-1", "ap-south-1");
  }

  private static String sentence(String region) {
    return PLAN.waves().stream()
        .flatMap(wave -> wave.placements().stream())
        .filter(placement -> placement.region().value().equals(region))
        .map(placement -> placement.reason().sentence())
        .findFirst()
        .orElseThrow();
  }
}
