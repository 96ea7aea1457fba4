package dev.meridian.release.decision;

import static dev.meridian.release.decision.Story.ended;
import static dev.meridian.release.decision.Story.evacuated;
import static dev.meridian.release.decision.Story.exposed;
import static dev.meridian.release.decision.Story.failed;
import static dev.meridian.release.decision.Story.observed;
import static dev.meridian.release.decision.Story.restored;
import static dev.meridian.release.decision.Story.returned;
import static dev.meridian.release.decision.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.release.Trouble;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwedDecisionTest {
  /** Dark in mid-bake and still away at the deadline: the release has ended without it. */
  private static RegionProgress owed(RegionEvent... before) {
    return Story.passedThrough(2)
        .started(3)
        .then(exposed("l1"), verdict("l1", VerdictCause.DARK))
        .then(before)
        .then(ended("l1", RegionEnd.DEGRADED), observed("l1", false, false))
        .then(new RegionEvent.RegionOwed(new RegionCode("l1"), 1, "away"))
        .then(new ReleaseEvent.ReleaseEnded(ReleaseOutcome.ROLLED_BACK, "1 still owed"))
        .region("l1");
  }

  /** Everything that a run does, when its looks and effects come out so. */
  private static OwedStep last(RegionProgress progress, List<RegionEvent> outcomes) {
    RegionProgress now = progress;
    Optional<RegionEvent> newest = Optional.empty();
    for (RegionEvent outcome : outcomes) {
      assertThat(OwedDecision.next(now, newest))
          .isInstanceOfAny(
              OwedStep.AwaitCluster.class,
              OwedStep.Restore.class,
              OwedStep.BringBack.class,
              OwedStep.Settle.class);
      now = now.after(outcome);
      newest = Optional.of(outcome);
    }
    return OwedDecision.next(now, newest);
  }

  @Test
  void owedRegion_atTheStartOfARun_isLookedAtFirst() {
    assertThat(last(owed(), List.of())).isInstanceOf(OwedStep.AwaitCluster.class);
  }

  @Test
  void owedRegion_stillAway_isTriedLaterAndCallsNobody() {
    assertThat(last(owed(), List.of(observed("l1", false, true))))
        .isEqualTo(new OwedStep.TryLater("looked at from outside", false));
  }

  @Test
  void owedRegion_backAgain_isRestored() {
    assertThat(last(owed(), List.of(observed("l1", true, false))))
        .isInstanceOf(OwedStep.Restore.class);
  }

  @Test
  void owedRegion_restored_isSettled() {
    RegionEvent back = observed("l1", true, true);
    assertThat(last(owed(), List.of(back, restored("l1"))))
        .isEqualTo(new OwedStep.Settle("nothing is owed any more", false));
  }

  @Test
  void evacuatedRegion_restored_isSettledOnlyWhenItsTrafficIsBack() {
    RegionProgress evacuated = owed(evacuated("l1"));
    List<RegionEvent> untilRestored = List.of(observed("l1", true, true), restored("l1"));
    assertThat(last(evacuated, untilRestored)).isInstanceOf(OwedStep.BringBack.class);
    List<RegionEvent> untilReturned =
        List.of(observed("l1", true, true), restored("l1"), returned("l1"));
    assertThat(last(evacuated, untilReturned)).isInstanceOf(OwedStep.Settle.class);
  }

  @Test
  void settledRegion_isFinished() {
    RegionProgress settled =
        owed().after(new RegionEvent.RegionSettled(new RegionCode("l1"), 1, "nothing is owed"));
    assertThat(last(settled, List.of())).isInstanceOf(OwedStep.Finished.class);
  }

  @Test
  void restore_failedInAnEarlierRun_isTriedAgainAfterALook() {
    RegionProgress progress = owed().after(failed("l1", Trouble.RESTORE, FailureCode.NOT_READY));
    assertThat(last(progress, List.of())).isInstanceOf(OwedStep.AwaitCluster.class);
    assertThat(last(progress, List.of(observed("l1", true, true))))
        .isInstanceOf(OwedStep.Restore.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"CLUSTER_REFUSED", "NOT_READY", "FENCED", "UNEXPECTED"})
  void restore_thatWillNotComeRightByItself_callsAPersonAndKeepsTheLock(FailureCode code) {
    List<RegionEvent> outcomes =
        List.of(observed("l1", true, true), failed("l1", Trouble.RESTORE, code));
    assertThat(last(owed(), outcomes)).isEqualTo(new OwedStep.TryLater("restore failed", true));
  }

  @Test
  void restore_clusterAwayAgain_isTriedLaterAndCallsNobody() {
    RegionEvent away = failed("l1", Trouble.RESTORE, FailureCode.CLUSTER_UNREACHABLE);
    assertThat(last(owed(), List.of(observed("l1", true, true), away)))
        .isEqualTo(new OwedStep.TryLater("restore failed", false));
  }

  @Test
  void trafficReturn_withoutMetrics_isTriedLater() {
    RegionEvent unseen = failed("l1", Trouble.RETURN, FailureCode.METRICS_UNREACHABLE);
    assertThat(
            last(
                owed(evacuated("l1")), List.of(observed("l1", true, true), restored("l1"), unseen)))
        .isEqualTo(new OwedStep.TryLater("return failed", false));
  }

  @Test
  void trafficReturn_thatHarmsUsersAgain_isAPersonsAndTheLockIsFreed() {
    RegionEvent harmed = failed("l1", Trouble.RETURN, FailureCode.HARMED_AGAIN);
    assertThat(
            last(
                owed(evacuated("l1")), List.of(observed("l1", true, true), restored("l1"), harmed)))
        .isEqualTo(
            new OwedStep.Settle(
                "restored, but its traffic was not brought back: return failed", true));
  }
}
