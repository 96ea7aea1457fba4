package dev.meridian.evacuation;

import static dev.meridian.evacuation.Worlds.example;
import static dev.meridian.evacuation.Worlds.request;
import static dev.meridian.evacuation.Worlds.serving;
import static dev.meridian.evacuation.Worlds.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.evacuation.EvacuationPlan.Cause;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvacuationTest {
  @ParameterizedTest
  @CsvSource({
    "us-east-1",
    "ap-south-1",
    "eu-central-1",
    "ap-northeast-1",
    "ap-southeast-1",
    "sa-east-1",
    "ap-northeast-2",
    "me-central-1",
    "ca-central-1",
    "af-south-1"
  })
  void region_ofTheExample_canBeEvacuatedWithoutRaisingAnybody(String code) {
    EvacuationPlan.Move move = moved(request(code, example()));

    assertThat(move.weights()).containsOnly(java.util.Map.entry(new RegionCode(code), Weight.NONE));
    assertThat(move.spill()).isEqualTo(Share.NONE);
  }

  @Test
  void tokyo_evacuated_isPredictedAsInTheWorkedNumber() {
    EvacuationPlan.Move move = moved(request("ap-northeast-1", example()));

    assertThat(move.predicted().get(new RegionCode("us-east-1"))).isCloseTo(842.5, within(0.1));
    assertThat(move.predicted().get(new RegionCode("ap-northeast-1"))).isZero();
    assertThat(move.sentence())
        .startsWith(
            "ap-northeast-1 from weight 49 to 0: 120 requests/s now, 240 at peak, go to 9 regions");
  }

  @Test
  void region_withWeightZero_isLeftAsItIs() {
    EvacuationPlan.Move move =
        moved(request("a", List.of(serving("a", 0, 10, 20), serving("b", 5, 10, 20))));

    assertThat(move.weights()).isEmpty();
    assertThat(move.sentence()).isEqualTo("a has weight 0 already");
  }

  @Test
  void onlyRegion_isNeverEvacuated() {
    EvacuationPlan.Refused refused =
        refused(request("a", List.of(serving("a", 10, 10, 20), serving("b", 0, 10, 99))));

    assertThat(refused.cause()).isEqualTo(Cause.NOBODY_LEFT);
    assertThat(refused.sentence())
        .isEqualTo("a cannot be evacuated: 0 other regions would answer, at least 1 must");
  }

  @Test
  void receiver_thatMayNotServeTheUsers_forbidsTheMove() {
    List<Serving> regions = with(example(), "us-east-1", new Serving.Law("us", List.of("ca")));

    EvacuationPlan.Refused refused = refused(request("eu-central-1", regions));

    assertThat(refused.cause()).isEqualTo(Cause.LAW);
    assertThat(refused.sentence())
        .contains("under the law of eu, would also arrive in us-east-1")
        .endsWith("where they may not be served");
  }

  @Test
  void receiver_thatMayNotServeTheUsersButHasWeightZero_doesNotMatter() {
    List<Serving> regions =
        List.of(
            serving("a", 10, 10, 20),
            serving("b", 10, 10, 99),
            with(List.of(serving("c", 0, 10, 99)), "c", new Serving.Law("far", List.of()))
                .getFirst());

    assertThat(moved(request("a", regions)).weights()).hasSize(1);
  }

  @Test
  void receivers_allInMidRelease_refuseInTheirOwnWords() {
    List<Serving> regions =
        with(
            with(
                List.of(serving("a", 1, 9, 9), serving("b", 1, 9, 99), serving("c", 1, 9, 99)),
                "b",
                Standing.CHANGING),
            "c",
            Standing.DEGRADED);

    EvacuationPlan.Refused refused = refused(request("a", regions));

    assertThat(refused.cause()).isEqualTo(Cause.NO_RECEIVER);
    assertThat(refused.sentence()).endsWith("b is in mid-release, c is degraded");
  }

  @Test
  void contender_receivesOnlyWhenTheReleaseIsNotSuspected() {
    List<Serving> regions =
        with(List.of(serving("a", 1, 9, 9), serving("b", 1, 9, 99)), "b", Standing.CONTENDER);

    assertThat(refused(request("a", regions)).cause()).isEqualTo(Cause.NO_RECEIVER);
    assertThat(
            Evacuation.solve(
                new EvacuationRequest(
                    new RegionCode("a"), false, regions, EvacuationRules.DEFAULT)))
        .isInstanceOf(EvacuationPlan.Move.class);
  }

  @Test
  void receiver_withoutHeadRoom_isSparedByRaisingTheOneWithRoom() {
    List<Serving> regions =
        List.of(serving("a", 50, 100, 200), serving("b", 50, 100, 180), serving("c", 50, 100, 400));

    EvacuationPlan.Move move = moved(request("a", regions));

    // Half of 100 would put b at 150 of 180/1.2 = 150: just at its limit; c needs no raise.
    assertThat(move.weights()).containsOnlyKeys(new RegionCode("a"));

    List<Serving> tighter =
        List.of(serving("a", 50, 100, 200), serving("b", 50, 100, 168), serving("c", 50, 100, 400));
    EvacuationPlan.Move raised = moved(request("a", tighter));

    // b may take 40 of the 100: c must have at least 60 % of the weight, 75 beside b's 50.
    assertThat(raised.weights().get(new RegionCode("c"))).isEqualTo(new Weight(75));
    assertThat(raised.weights()).doesNotContainKey(new RegionCode("b"));
    assertThat(raised.sentence()).contains("weights raised: c to 75");
  }

  @Test
  void regions_withoutRoom_refuseWithTheArithmetic() {
    List<Serving> regions =
        List.of(serving("a", 50, 100, 200), serving("b", 50, 100, 150), serving("c", 50, 100, 150));

    EvacuationPlan.Refused refused = refused(request("a", regions));

    assertThat(refused.cause()).isEqualTo(Cause.NO_ROOM);
    assertThat(refused.sentence())
        .isEqualTo(
            "no room to evacuate a: its 100 requests/s at peak need regions with 20.0 % head-room,"
                + " and the others have room for 50 (b 25, c 25); b would have to carry 150 of"
                + " 125");
  }

  @Test
  void spill_intoRegionsInMidRelease_isNamedWhileItIsSmall() {
    List<Serving> regions = with(example(), "me-central-1", Standing.CHANGING);

    EvacuationPlan.Move move = moved(request("ap-northeast-1", regions));

    assertThat(move.spill()).isEqualTo(Share.of(13, 451));
    assertThat(move.sentence()).endsWith("2.9 % of it arrives in me-central-1 (is in mid-release)");
  }

  @Test
  void spill_thatCannotBeMadeSmall_refuses() {
    List<Serving> regions =
        with(
            List.of(serving("a", 100, 10, 99), serving("b", 255, 10, 99), serving("c", 20, 10, 99)),
            "b",
            Standing.CHANGING);

    EvacuationPlan.Refused refused = refused(request("a", regions));

    assertThat(refused.cause()).isEqualTo(Cause.SPILL);
    assertThat(refused.sentence())
        .contains(
            "50.0 % of its traffic would arrive in b (is in mid-release); at most 25.0 % may");
  }

  @Test
  void users_ofARegionThatIsEvacuatedAlready_areCountedWhereTheyAre() {
    Serving gone =
        new Serving(
            new RegionCode("gone"),
            Weight.NONE,
            new Weight(50),
            serving("gone", 50, 100, 200).demand(),
            serving("gone", 50, 100, 200).capacity(),
            Standing.EVACUATED,
            Worlds.EU);
    List<Serving> regions = List.of(gone, serving("a", 50, 100, 400), serving("b", 50, 100, 350));

    // b has 100 of its own and 50 of the gone: 300 at peak once a leaves, 360 with head-room.
    assertThat(refused(request("a", regions)).sentence()).contains("b would have to carry 300 of");
  }

  @Test
  void request_forARegionThatIsNotThere_isRefusedAtOnce() {
    assertThatThrownBy(() -> request("x", example()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("region x is not behind the name");
  }

  static EvacuationPlan.Move moved(EvacuationRequest request) {
    EvacuationPlan plan = Evacuation.solve(request);
    assertThat(plan).as(plan.sentence()).isInstanceOf(EvacuationPlan.Move.class);
    return (EvacuationPlan.Move) plan;
  }

  static EvacuationPlan.Refused refused(EvacuationRequest request) {
    EvacuationPlan plan = Evacuation.solve(request);
    assertThat(plan).as(plan.sentence()).isInstanceOf(EvacuationPlan.Refused.class);
    return (EvacuationPlan.Refused) plan;
  }
}
