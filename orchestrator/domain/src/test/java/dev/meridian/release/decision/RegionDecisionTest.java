package dev.meridian.release.decision;

import static dev.meridian.release.decision.Story.evacuated;
import static dev.meridian.release.decision.Story.exposed;
import static dev.meridian.release.decision.Story.failed;
import static dev.meridian.release.decision.Story.intended;
import static dev.meridian.release.decision.Story.observed;
import static dev.meridian.release.decision.Story.restored;
import static dev.meridian.release.decision.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionProgress;
import dev.meridian.service.ImageReference;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionDecisionTest {
  private static final RegionCode R = new RegionCode("r");

  private static RegionStep next(Role role, RegionEvent... events) {
    RegionProgress progress =
        RegionProgress.untouched(R).after(new RegionEvent.RegionStarted(R, 1, "wave 3"));
    for (RegionEvent event : events) {
      progress = progress.after(event);
    }
    return RegionDecision.next(new RegionTask(role, List.of("integration"), true, progress));
  }

  private static RegionEvent check(boolean passed) {
    return new RegionEvent.CheckEnded(R, 1, "integration", passed, "3 of 40 assertions failed", "");
  }

  private static final RegionEvent IMAGE =
      new RegionEvent.ImagePresent(
          R, 1, ImageReference.parse("shop/checkout@sha256:" + "1".repeat(64)));
  private static final RegionEvent WAY_BACK = new RegionEvent.WayBackRecorded(R, 1, "inventory", 4);
  private static final RegionEvent REVIEWED =
      new RegionEvent.Reviewed(R, 1, "manifests", List.of());

  @Test
  void rollout_goesForwardOneStepAtATime() {
    assertThat(next(Role.PRODUCTION)).isInstanceOf(RegionStep.EnsureImage.class);
    assertThat(next(Role.PRODUCTION, IMAGE)).isInstanceOf(RegionStep.RecordWayBack.class);
    assertThat(next(Role.PRODUCTION, IMAGE, WAY_BACK)).isInstanceOf(RegionStep.Review.class);
    assertThat(next(Role.PRODUCTION, IMAGE, WAY_BACK, REVIEWED))
        .isInstanceOf(RegionStep.Deploy.class);
    assertThat(next(Role.PRODUCTION, IMAGE, WAY_BACK, REVIEWED, exposed("r")))
        .isInstanceOf(RegionStep.RunCheck.class);
    assertThat(next(Role.PRODUCTION, IMAGE, WAY_BACK, REVIEWED, exposed("r"), check(true)))
        .isInstanceOf(RegionStep.Bake.class);
  }

  @Test
  void rollout_crashedAfterTheIntention_deploysAgain() {
    assertThat(next(Role.PRODUCTION, IMAGE, WAY_BACK, REVIEWED, intended("r")))
        .isInstanceOf(RegionStep.Deploy.class);
  }

  @Test
  void staging_checksPassed_passesWithoutABake() {
    assertThat(next(Role.STAGING, IMAGE, WAY_BACK, REVIEWED, exposed("r"), check(true)))
        .isInstanceOfSatisfying(
            RegionStep.End.class, step -> assertThat(step.end()).isEqualTo(RegionEnd.PASSED));
  }

  @Test
  void deploy_thatFailed_isUndone() {
    assertThat(
            next(
                Role.PRODUCTION,
                IMAGE,
                WAY_BACK,
                REVIEWED,
                failed("r", "deploy", FailureCode.NOT_READY)))
        .isEqualTo(new RegionStep.Restore("deploy failed"));
  }

  @Test
  void region_thatCannotBeRestoredAndHarmsNobody_isNotEvacuated() {
    assertThat(
            next(
                Role.PRODUCTION,
                IMAGE,
                WAY_BACK,
                REVIEWED,
                failed("r", "deploy", FailureCode.NOT_READY),
                failed("r", "restore", FailureCode.CLUSTER_UNREACHABLE)))
        .isInstanceOfSatisfying(
            RegionStep.End.class, step -> assertThat(step.end()).isEqualTo(RegionEnd.FAILED));
  }

  @Test
  void check_foundFault_isTakenBackAndIsHarm() {
    assertThat(next(Role.CANARY, exposed("r"), check(false)))
        .isEqualTo(new RegionStep.Restore("3 of 40 assertions failed"));
    assertThat(next(Role.CANARY, exposed("r"), check(false), restored("r")))
        .isEqualTo(new RegionStep.End(RegionEnd.DEGRADED, "3 of 40 assertions failed"));
  }

  @Test
  void verdict_decides() {
    assertThat(next(Role.PRODUCTION, exposed("r"), verdict("r", VerdictCause.PROVEN)))
        .isEqualTo(new RegionStep.End(RegionEnd.PASSED, "5 % bad"));
    assertThat(next(Role.PRODUCTION, exposed("r"), verdict("r", VerdictCause.GATE)))
        .isEqualTo(new RegionStep.Restore("5 % bad"));
    assertThat(next(Role.PRODUCTION, exposed("r"), verdict("r", VerdictCause.CONTENDER_SILENT)))
        .isEqualTo(new RegionStep.Restore("5 % bad"));
    assertThat(next(Role.PRODUCTION, exposed("r"), verdict("r", VerdictCause.EVERYTHING_SILENT)))
        .as("nothing is moved blindly")
        .isEqualTo(new RegionStep.End(RegionEnd.INCONCLUSIVE, "5 % bad"));
  }

  @Test
  void verdict_degraded_isFinalWithinTheAttempt() {
    assertThat(
            next(
                Role.PRODUCTION,
                exposed("r"),
                verdict("r", VerdictCause.GATE),
                verdict("r", VerdictCause.PROVEN)))
        .isInstanceOf(RegionStep.Restore.class);
  }

  @Test
  void darkRegion_isEvacuatedOnceThenLeftToTheRelease() {
    assertThat(next(Role.PRODUCTION, exposed("r"), verdict("r", VerdictCause.DARK)))
        .isInstanceOf(RegionStep.Evacuate.class);
    assertThat(next(Role.PRODUCTION, exposed("r"), verdict("r", VerdictCause.DARK), evacuated("r")))
        .isInstanceOf(RegionStep.End.class);
  }

  @Test
  void darkCanary_isNeverEvacuatedByItself() {
    assertThat(next(Role.CANARY, exposed("r"), verdict("r", VerdictCause.DARK)))
        .isInstanceOf(RegionStep.End.class);
  }

  @Test
  void clusterAway_usersWell_holdsAndGoesOnWhenItIsBack() {
    RegionEvent away = failed("r", "deploy", FailureCode.CLUSTER_UNREACHABLE);
    assertThat(next(Role.PRODUCTION, IMAGE, WAY_BACK, REVIEWED, away))
        .isInstanceOf(RegionStep.AwaitCluster.class);
    assertThat(next(Role.PRODUCTION, IMAGE, WAY_BACK, REVIEWED, away, observed("r", true, true)))
        .isInstanceOf(RegionStep.Deploy.class);
    assertThat(next(Role.PRODUCTION, IMAGE, WAY_BACK, REVIEWED, away, observed("r", false, true)))
        .isEqualTo(new RegionStep.End(RegionEnd.FAILED, "deploy failed"));
    assertThat(next(Role.PRODUCTION, IMAGE, WAY_BACK, REVIEWED, away, observed("r", false, false)))
        .isInstanceOf(RegionStep.Evacuate.class);
  }

  @Test
  void pods_notReady_areTakenBackWithoutBlame() {
    RegionEvent notReady = failed("r", "deploy", FailureCode.NOT_READY);
    assertThat(next(Role.PRODUCTION, IMAGE, WAY_BACK, REVIEWED, intended("r"), notReady))
        .isEqualTo(new RegionStep.Restore("deploy failed"));
    assertThat(
            next(
                Role.PRODUCTION, IMAGE, WAY_BACK, REVIEWED, intended("r"), notReady, restored("r")))
        .isEqualTo(new RegionStep.End(RegionEnd.FAILED, "deploy failed"));
  }

  @Test
  void restore_failed_isLeftToTheRelease() {
    assertThat(
            next(
                Role.PRODUCTION,
                exposed("r"),
                verdict("r", VerdictCause.GATE),
                failed("r", "restore", FailureCode.CLUSTER_REFUSED)))
        .isInstanceOfSatisfying(
            RegionStep.End.class, step -> assertThat(step.end()).isEqualTo(RegionEnd.DEGRADED));
  }

  @Test
  void restore_clusterUnreachable_evacuatesInstead() {
    assertThat(
            next(
                Role.PRODUCTION,
                exposed("r"),
                verdict("r", VerdictCause.GATE),
                failed("r", "restore", FailureCode.CLUSTER_UNREACHABLE)))
        .isInstanceOf(RegionStep.Evacuate.class);
  }

  @Test
  void alarmAlone_takesBackAndMovesNobodyUntilAnOutsideProbeAgrees() {
    RegionEvent away = failed("r", "restore", FailureCode.CLUSTER_UNREACHABLE);
    RegionEvent alarm = verdict("r", VerdictCause.ALARM);
    assertThat(next(Role.PRODUCTION, exposed("r"), alarm)).isInstanceOf(RegionStep.Restore.class);
    assertThat(next(Role.PRODUCTION, exposed("r"), alarm, away)).isInstanceOf(RegionStep.End.class);
    assertThat(next(Role.PRODUCTION, exposed("r"), alarm, away, observed("r", false, false)))
        .isInstanceOf(RegionStep.Evacuate.class);
    assertThat(next(Role.PRODUCTION, exposed("r"), verdict("r", VerdictCause.ALARM_FIRING)))
        .isEqualTo(new RegionStep.End(RegionEnd.INCONCLUSIVE, "5 % bad"));
  }

  @Test
  void environmentSuspected_takesBackAndMovesNobodyUntilAnOutsideProbeAgrees() {
    RegionEvent away = failed("r", "restore", FailureCode.CLUSTER_UNREACHABLE);
    RegionEvent suspect = verdict("r", VerdictCause.ENVIRONMENT);
    assertThat(next(Role.PRODUCTION, exposed("r"), suspect)).isInstanceOf(RegionStep.Restore.class);
    assertThat(next(Role.PRODUCTION, exposed("r"), suspect, away))
        .isInstanceOf(RegionStep.End.class);
    assertThat(next(Role.PRODUCTION, exposed("r"), suspect, away, observed("r", false, false)))
        .isInstanceOf(RegionStep.Evacuate.class);
  }
}
