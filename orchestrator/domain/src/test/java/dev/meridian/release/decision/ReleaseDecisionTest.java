package dev.meridian.release.decision;

import static dev.meridian.release.decision.Story.ended;
import static dev.meridian.release.decision.Story.exposed;
import static dev.meridian.release.decision.Story.intended;
import static dev.meridian.release.decision.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.release.PauseCause;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseDecisionTest {
  @Test
  void release_justStarted_startsTheFirstWave() {
    assertThat(Story.begins().next())
        .isEqualTo(new ReleaseStep.StartWave(1, codes("s"), "the release begins"));
  }

  @Test
  void wave_started_keepsItsRegionsRolling() {
    assertThat(Story.passedThrough(2).started(3).next())
        .isEqualTo(
            new ReleaseStep.KeepRolling(codes("l1", "l2"), codes("c"), "regions are rolling"));
  }

  @Test
  void wave_oneOfTwoPassed_waitsForTheOther() {
    Story story = Story.passedThrough(2).started(3);
    story.then(exposed("l1"), ended("l1", RegionEnd.PASSED));
    assertThat(story.next())
        .isEqualTo(
            new ReleaseStep.KeepRolling(codes("l2"), codes("c", "l1"), "regions are rolling"));
  }

  @Test
  void wave_allPassed_passesAndOnlyThenTheNextStarts() {
    Story story = Story.passedThrough(2).started(3);
    story.then(ended("l1", RegionEnd.PASSED), ended("l2", RegionEnd.PASSED));
    assertThat(story.next()).isInstanceOf(ReleaseStep.PassWave.class);
    story.then(new ReleaseEvent.WavePassed(3, "passed"));
    assertThat(story.next())
        .isEqualTo(new ReleaseStep.StartWave(4, codes("h"), "every region of wave 3 passed"));
  }

  @Test
  void wave_withACancelledRegion_isNeverTakenForPassed() {
    Story story = Story.begins().started(1).then(ended("s", RegionEnd.CANCELLED));
    assertThatThrownBy(story::next).hasMessageContaining("s has not passed");
  }

  @Test
  void release_allWavesPassed_completes() {
    assertThat(Story.passedThrough(4).next())
        .isEqualTo(new ReleaseStep.End(ReleaseOutcome.COMPLETED, "all 5 regions passed"));
  }

  @Test
  void region_degraded_takesTheReleaseBack() {
    Story story = Story.passedThrough(2).started(3);
    story.then(exposed("l1"), verdict("l1", VerdictCause.GATE));
    assertThat(story.next())
        .as("it stops its own bleeding first")
        .isInstanceOf(ReleaseStep.KeepRolling.class);
    story.then(ended("l1", RegionEnd.DEGRADED));
    assertThat(story.next())
        .isEqualTo(new ReleaseStep.StartRecovery(RecoveryCause.DEGRADED, "l1: 5 % bad"));
  }

  @Test
  void passedRegion_degradedInTheWatch_takesTheReleaseBack() {
    Story story = Story.passedThrough(2).started(3).then(verdict("c", VerdictCause.GATE));
    assertThat(story.next())
        .isEqualTo(new ReleaseStep.StartRecovery(RecoveryCause.DEGRADED, "c: 5 % bad"));
  }

  @Test
  void region_aloneSilentAtTheDeadline_takesTheReleaseBack() {
    Story story = Story.passedThrough(2).started(3);
    story.then(verdict("l1", VerdictCause.CONTENDER_SILENT), ended("l1", RegionEnd.INCONCLUSIVE));
    assertThat(story.next())
        .isInstanceOfSatisfying(
            ReleaseStep.StartRecovery.class,
            step -> assertThat(step.cause()).isEqualTo(RecoveryCause.CONTENDER_SILENT));
  }

  @Test
  void everythingSilent_pausesAndMovesNothing() {
    Story story = Story.passedThrough(1).started(2).then(exposed("c"));
    story.then(verdict("c", VerdictCause.EVERYTHING_SILENT), ended("c", RegionEnd.INCONCLUSIVE));
    assertThat(story.next())
        .isEqualTo(new ReleaseStep.Pause(PauseCause.TELEMETRY_OUTAGE, "c: 5 % bad"));
    story.then(new ReleaseEvent.Paused(PauseCause.TELEMETRY_OUTAGE, "meridian", "silent"));
    assertThat(story.next())
        .isEqualTo(new ReleaseStep.KeepRolling(List.of(), List.of(), "a person must act"));
  }

  @Test
  void clusterAwayAtTheDeadline_pausesForAPersonAndMovesNothing() {
    Story story = Story.passedThrough(1).started(2).then(exposed("c"));
    story.then(verdict("c", VerdictCause.CLUSTER_AWAY));
    assertThat(RegionDecision.next(new RegionTask(Role.CANARY, List.of(), true, story.region("c"))))
        .isEqualTo(new RegionStep.End(RegionEnd.INCONCLUSIVE, "5 % bad"));
    story.then(ended("c", RegionEnd.INCONCLUSIVE));
    assertThat(story.next())
        .isEqualTo(new ReleaseStep.Pause(PauseCause.CLUSTER_AWAY, "c: 5 % bad"));
  }

  @Test
  void tooFewRequests_asksAPerson() {
    Story story = Story.passedThrough(1).started(2);
    story.then(verdict("c", VerdictCause.TOO_FEW_REQUESTS), ended("c", RegionEnd.INCONCLUSIVE));
    assertThat(story.next())
        .isInstanceOfSatisfying(
            ReleaseStep.Pause.class,
            step -> assertThat(step.cause()).isEqualTo(PauseCause.TOO_FEW_REQUESTS));
  }

  @Test
  void region_failedWithoutHarm_asksAPersonAndARetryGoesOn() {
    Story story = Story.passedThrough(1).started(2);
    story.then(Story.failed("c", "image", FailureCode.IMAGE_MISSING), ended("c", RegionEnd.FAILED));
    assertThat(story.next())
        .isEqualTo(new ReleaseStep.Pause(PauseCause.STEP_FAILED, "c: image failed"));
    story.then(
        new ReleaseEvent.Paused(PauseCause.STEP_FAILED, "meridian", "image"),
        new ReleaseEvent.RetryRequested(new RegionCode("c"), 2, "ada", "pushed it"));
    assertThat(story.next())
        .isEqualTo(new ReleaseStep.KeepRolling(codes("c"), codes(), "regions are rolling"));
    assertThat(story.region("c").attempt()).isEqualTo(2);
  }

  @Test
  void pause_withOpenRegions_goesOnMeasuringAndStartsNothing() {
    Story story = Story.passedThrough(2).started(3);
    story.then(new ReleaseEvent.Paused(PauseCause.REQUESTED, "ada", "lunch"));
    assertThat(story.next())
        .isEqualTo(new ReleaseStep.KeepRolling(codes("l1", "l2"), codes("c"), "a person must act"));
    story.then(ended("l1", RegionEnd.PASSED), ended("l2", RegionEnd.PASSED));
    assertThat(story.next()).isInstanceOf(ReleaseStep.KeepRolling.class);
    story.then(new ReleaseEvent.Resumed("ada", "back"));
    assertThat(story.next()).isInstanceOf(ReleaseStep.PassWave.class);
  }

  @Test
  void stop_cancelsWhatIsOpenAndKeepsTheRest() {
    Story story = Story.passedThrough(2).started(3).then(intended("l1"));
    story.then(new ReleaseEvent.StopRequested("ada", "enough"));
    assertThat(story.next()).isInstanceOf(ReleaseStep.CancelRollouts.class);
    story.then(ended("l1", RegionEnd.CANCELLED), ended("l2", RegionEnd.CANCELLED));
    assertThat(story.next())
        .isEqualTo(
            new ReleaseStep.End(
                ReleaseOutcome.STOPPED, "a person stopped it: 3 of 5 regions keep it"));
  }

  @Test
  void abort_afterStop_beatsIt() {
    Story story = Story.passedThrough(2);
    story.then(
        new ReleaseEvent.AbortRequested("ada", "wrong"),
        new ReleaseEvent.StopRequested("bob", "enough"));
    assertThat(story.next())
        .isInstanceOfSatisfying(
            ReleaseStep.StartRecovery.class,
            step -> assertThat(step.cause()).isEqualTo(RecoveryCause.ABORTED));
  }

  @Test
  void release_ended_staysEnded() {
    Story story = Story.passedThrough(4);
    story.then(
        new ReleaseEvent.ReleaseEnded(ReleaseOutcome.COMPLETED, "done"),
        new ReleaseEvent.AbortRequested("ada", "late"));
    assertThat(story.next()).isInstanceOf(ReleaseStep.Finished.class);
  }

  private static List<RegionCode> codes(String... codes) {
    return List.of(codes).stream().map(RegionCode::new).toList();
  }
}
