package dev.meridian.region.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ScheduleTest {
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

  private final SmallWorld world =
      new SmallWorld()
          .staging("dry")
          .canary("brave", 50, "latin")
          .production("a", 70, "latin")
          .production("b", 71, "latin");

  @Test
  void expected_noReleaseBefore_hasThePriorBesideTheBakes() {
    // Four waves: 12 h of canary and twice 2 h; ceilings of 1 d where there are users.
    ExpectedDuration expected = world.plan().expected().orElseThrow();

    assertThat(expected.shortest()).isEqualTo(Duration.ofHours(16).plusMinutes(8));
    assertThat(expected.likely()).isEqualTo(Duration.ofHours(16).plusMinutes(40));
    assertThat(expected.longest()).isEqualTo(Duration.ofDays(3).plusHours(2));
    assertThat(expected.usualInterval()).isEmpty();
    assertThat(expected.source())
        .isEqualTo(
            "beside its bake a wave takes 2 min to 30 min, usually 10 min"
                + " (a prior, as fewer than three releases have completed)");
  }

  @Test
  void expected_threeReleasesBefore_isMeasured_andStandsBesideTheUsualInterval() {
    List<PastRelease> past = List.of(past(0, 20), past(6, 60), past(8, 40));

    Plan plan = WavePlanner.plan(request(past));
    ExpectedDuration expected = plan.expected().orElseThrow();

    assertThat(expected.shortest()).isEqualTo(Duration.ofHours(16).plusMinutes(20));
    assertThat(expected.likely()).isEqualTo(Duration.ofHours(16).plusMinutes(40));
    assertThat(expected.longest()).isEqualTo(Duration.ofDays(3).plusHours(1));
    assertThat(expected.usualInterval()).contains(Duration.ofHours(6));
    assertThat(expected.source()).contains("5 min to 15 min, usually 10 min (3 releases)");
    assertThat(plan.findings())
        .contains(
            "it takes about 16 h 40 min, and a release usually comes every 6 h: while it is active no other can start");
  }

  @Test
  void expected_canaryThatNeedsAWorkingDay_isTheMeanOverTheWeek() {
    PlanPolicy policy = PlanPolicyReader.DEFAULT;
    SmallWorld canaryOnly = new SmallWorld().canary("brave", 50, "latin");

    ExpectedDuration expected = canaryOnly.plan(policy).expected().orElseThrow();

    // Two days where the week allows it, up to three days and eight hours from a Friday.
    assertThat(expected.shortest()).isEqualTo(Duration.ofDays(2).plusMinutes(2));
    assertThat(expected.likely()).isBetween(Duration.ofHours(50), Duration.ofHours(56));
    assertThat(expected.longest()).isEqualTo(Duration.ofDays(7).plusMinutes(30));
  }

  @Test
  void pastRelease_ofAPlan_keepsItsBakesAndMeans() {
    Plan plan = world.plan();

    PastRelease past = PastRelease.of(MAY, Duration.ofHours(20), plan);

    assertThat(past.bakes()).isEqualTo(Duration.ofHours(16));
    assertThat(past.waves()).isEqualTo(4);
    assertThat(past.overheadOfAWave()).isEqualTo(Duration.ofHours(1));
    assertThat(past.meanTimesToFailure()).hasSize(3).containsValue(FailureHistory.PRIOR);
    assertThat(
            new PastRelease(MAY, Duration.ZERO, Duration.ofHours(1), 1, new TreeMap<>())
                .overheadOfAWave())
        .isZero();
    assertThatThrownBy(() -> new PastRelease(MAY, Duration.ZERO, Duration.ZERO, 0, new TreeMap<>()))
        .hasMessageContaining("should have a wave");
    assertThatThrownBy(() ->
            new ExpectedDuration(
                Duration.ofHours(2),
                Duration.ofHours(1),
                Duration.ofHours(3),
                Optional.empty(),
                ""))
        .hasMessageContaining("should ascend");
  }

  @Test
  void plan_madeBeforeThereWereApprovals_isReadWithNone() {
    Plan old = new Plan(List.of(), List.of());

    assertThat(old.approvals()).isEmpty();
    assertThat(old.expected()).isEmpty();
  }

  private PlanRequest request(List<PastRelease> past) {
    PlanRequest request = world.request(SmallWorld.POLICY);
    return new PlanRequest(
        request.catalog(),
        request.presences(),
        request.policy(),
        request.incidents(),
        request.evidence(),
        new ArrayList<>(past).reversed());
  }

  private static PastRelease past(int hour, int minutesBeside) {
    return new PastRelease(
        MAY.plus(Duration.ofHours(hour)),
        Duration.ofHours(16).plusMinutes(minutesBeside),
        Duration.ofHours(16),
        4,
        new TreeMap<>());
  }
}
