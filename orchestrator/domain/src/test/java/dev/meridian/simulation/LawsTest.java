package dev.meridian.simulation;

import static dev.meridian.simulation.Told.CANARY;
import static dev.meridian.simulation.Told.SECOND;
import static dev.meridian.simulation.Told.broken;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.meridian.gate.VerdictCause;
import dev.meridian.release.PauseCause;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.release.decision.ReleaseStep;
import dev.meridian.simulation.Clusters.Running;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A checker that never bites proves nothing: each law is broken on purpose. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class LawsTest {
  private final Told told = new Told();

  private void paused(PauseCause cause) {
    told.say(new ReleaseEvent.Paused(cause, "person", "because"));
  }

  private void stopped() {
    told.say(new ReleaseEvent.StopRequested("person", "because"));
  }

  private void aborted() {
    told.say(new ReleaseEvent.AbortRequested("person", "because"));
  }

  private void retried(int attempt) {
    told.say(new ReleaseEvent.RetryRequested(CANARY, attempt, "person", "because"));
  }

  /** The canary serves and was checked. */
  private void serving() {
    told.wave(1, CANARY);
    told.deployed(CANARY);
    told.checked(CANARY);
  }

  @Test
  void release_thatGoesWell_breaksNothing() {
    assertThatCode(
            () -> {
              told.allPassed();
              told.over(ReleaseOutcome.COMPLETED);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void wave_besideAnother_breaksP1() {
    told.wave(1, CANARY);
    broken("P1", () -> told.wave(2, SECOND));
  }

  @Test
  void wave_outOfOrder_breaksP2() {
    broken("P2", () -> told.wave(2, SECOND));
  }

  @Test
  void wave_thatPassesWithoutItsRegions_breaksP2() {
    told.wave(1, CANARY);
    broken("P2", () -> told.say(new ReleaseEvent.WavePassed(1, "because")));
  }

  @Test
  void wave_withOtherRegionsThanPlanned_breaksP3() {
    broken("P3", () -> told.wave(1, SECOND));
  }

  @Test
  void exposure_ofMoreThanTheNewestWave_breaksP4() {
    told.passed(1, CANARY);
    broken(
        "P4",
        () -> {
          told.say(new RegionEvent.RegionEnded(CANARY, 1, RegionEnd.FAILED, "because"));
          told.wayBack(SECOND);
          told.laws.applied(SECOND, Running.CONTENDER, 99);
        });
  }

  @Test
  void wave_whileAPersonMustAct_breaksP6() {
    paused(PauseCause.REQUESTED);
    broken("P6", () -> told.wave(1, CANARY));
  }

  @Test
  void pass_onAnythingButProof_breaksP7() {
    serving();
    told.verdict(CANARY, VerdictCause.TOO_FEW_REQUESTS);
    broken("P7", () -> told.ended(CANARY, RegionEnd.PASSED));
  }

  @Test
  void pass_withoutAVerdictOrItsChecks_breaksP8() {
    told.wave(1, CANARY);
    told.deployed(CANARY);
    broken("P8", () -> told.ended(CANARY, RegionEnd.PASSED));
    told.verdict(CANARY, VerdictCause.PROVEN);
    broken("P8", () -> told.ended(CANARY, RegionEnd.PASSED));
  }

  @Test
  void pass_afterADegradedGate_breaksP9() {
    serving();
    told.verdict(CANARY, VerdictCause.GATE);
    broken("P9", () -> told.ended(CANARY, RegionEnd.PASSED));
  }

  @Test
  void passedRegion_thatIsNotWatched_breaksTheWatch() {
    told.passed(1, CANARY);
    broken(
        "watch", () -> told.chosen(new ReleaseStep.KeepRolling(List.of(), List.of(), "because")));
  }

  @Test
  void deploy_afterAnAbortOrAStop_breaksP14() {
    told.wave(1, CANARY);
    told.wayBack(CANARY);
    stopped();
    broken("P14", () -> told.deployIntended(CANARY));
    aborted();
    broken("P14", () -> told.deployIntended(CANARY));
  }

  @Test
  void end_thatNobodyAskedFor_breaksP14() {
    broken("P14", () -> told.over(ReleaseOutcome.STOPPED));
    stopped();
    broken("P14", () -> told.stands());
  }

  @Test
  void retry_ofAnAttemptThatGoesOnOrWithoutAPause_isRefused() {
    told.wave(1, CANARY);
    broken("retry", () -> retried(2));
    told.ended(CANARY, RegionEnd.INCONCLUSIVE);
    broken("retry", () -> retried(2));
    paused(PauseCause.STEP_FAILED);
    broken("P9", () -> retried(3));
    assertThatCode(() -> retried(2)).doesNotThrowAnyException();
  }

  @Test
  void change_withoutAWayBack_breaksP15() {
    told.wave(1, CANARY);
    broken("P15", () -> told.deployIntended(CANARY));
  }

  @Test
  void end_thatLeavesTheContenderBehind_breaksP15() {
    serving();
    broken("P15", () -> told.ended(CANARY, RegionEnd.DEGRADED));
    broken(
        "P15",
        () -> told.say(new ReleaseEvent.ReleaseEnded(ReleaseOutcome.ROLLED_BACK, "because", true)));
  }

  @Test
  void restore_ofARegionThatWasNeverChanged_breaksP15() {
    broken("P15", () -> told.restoreIntended(SECOND));
  }

  @Test
  void blame_withoutHarmThatWasFound_breaksP18() {
    told.say(new ReleaseEvent.RecoveryStarted(RecoveryCause.CONTENDER_SILENT, "because"));
    broken("P18", () -> told.over(ReleaseOutcome.ROLLED_BACK));
  }

  @Test
  void traffic_takenFromEveryRegion_breaksP20() {
    broken("P20", () -> told.laws.moved(CANARY, false, 0));
  }

  @Test
  void change_withoutAnIntention_breaksP25() {
    told.wave(1, CANARY);
    broken("P25", () -> told.applied(CANARY, Running.CONTENDER));
    broken("P25", () -> told.say(new RegionEvent.Restored(SECOND, 1, List.of(), "well")));
    broken("P25", () -> told.laws.moved(CANARY, false, 3));
  }

  @Test
  void staleWrite_afterANewerOne_breaksP31() {
    serving();
    told.restored(CANARY);
    broken("P31", () -> told.applied(CANARY, Running.CONTENDER));
    broken("P31", () -> told.laws.applied(CANARY, Running.INCUMBENT, 1));
  }

  @Test
  void restore_whileEverythingIsSilent_breaksP33() {
    serving();
    told.verdict(CANARY, VerdictCause.EVERYTHING_SILENT);
    broken("P33", () -> told.restoreIntended(CANARY));
  }

  @Test
  void evacuation_ofACanaryOrOfAHealthyRegion_breaksP33() {
    broken("P33", () -> told.evacuated(CANARY));
    broken("P33", () -> told.evacuated(SECOND));
  }

  @Test
  void evacuation_ofARegionWhoseEnvironmentIsSuspected_breaksP33() {
    told.passed(1, CANARY);
    told.wave(2, SECOND);
    told.verdict(SECOND, VerdictCause.ENVIRONMENT);
    broken("P33", () -> told.evacuated(SECOND));
  }

  @Test
  void healthyRegion_restoredWhileTheEnvironmentIsSuspected_breaksP33() {
    told.passed(1, CANARY);
    told.wave(2, SECOND);
    told.verdict(SECOND, VerdictCause.ENVIRONMENT);
    told.ended(SECOND, RegionEnd.DEGRADED);
    told.say(new ReleaseEvent.RecoveryStarted(RecoveryCause.DEGRADED, "because"));
    broken(
        "P33", () -> told.say(new RegionEvent.RestoreIntended(CANARY, 1, "inventory", "because")));
  }

  @Test
  void evacuation_leftInTheMiddle_breaksL2() {
    told.passed(1, CANARY);
    told.wave(2, SECOND);
    told.verdict(SECOND, VerdictCause.DARK);
    told.say(new RegionEvent.EvacuationIntended(SECOND, 1, "because", 1, "weights"));
    told.ended(SECOND, RegionEnd.DEGRADED);
    told.say(new ReleaseEvent.RecoveryStarted(RecoveryCause.DEGRADED, "because"));
    paused(PauseCause.RESTORE_FAILED);
    broken("L2", () -> told.stands());
  }

  @Test
  void harm_thatWaitsForAPerson_breaksP6() {
    told.passed(1, CANARY);
    told.verdict(CANARY, VerdictCause.GATE);
    paused(PauseCause.REQUESTED);
    broken("P6", () -> told.stands());
  }

  @Test
  void release_thatNeitherEndsNorWaits_breaksL1() {
    broken("L1", () -> told.stands());
  }
}
