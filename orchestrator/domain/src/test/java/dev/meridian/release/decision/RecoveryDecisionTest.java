package dev.meridian.release.decision;

import static dev.meridian.release.decision.Story.ended;
import static dev.meridian.release.decision.Story.evacuated;
import static dev.meridian.release.decision.Story.exposed;
import static dev.meridian.release.decision.Story.failed;
import static dev.meridian.release.decision.Story.observed;
import static dev.meridian.release.decision.Story.restore;
import static dev.meridian.release.decision.Story.restored;
import static dev.meridian.release.decision.Story.returned;
import static dev.meridian.release.decision.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.release.Milestone;
import dev.meridian.release.PauseCause;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecoveryDecisionTest {
  private static final ReleaseEvent DEGRADED =
      new ReleaseEvent.RecoveryStarted(RecoveryCause.DEGRADED, "h: 5 % bad");

  /** Everything passed but {@code h}, which is degraded and still runs the contender. */
  private static Story harmedInTheLastWave() {
    return Story.passedThrough(3)
        .started(4)
        .then(exposed("h"), verdict("h", VerdictCause.GATE), ended("h", RegionEnd.DEGRADED))
        .then(DEGRADED);
  }

  @Test
  void recovery_restoresHarmedThenOneAsProofThenTheRestNewestFirst() {
    Story story = harmedInTheLastWave();
    assertThat(story.next()).isEqualTo(restore("harmed regions first", "h"));
    story.then(restored("h"));
    assertThat(story.next()).isEqualTo(restore("one healthy region first, as proof", "l2"));
    story.then(restored("l2"));
    assertThat(story.next()).isEqualTo(restore("the rest, newest first", "l1", "c", "s"));
    story.then(restored("l1"), restored("c"), restored("s"));
    assertThat(story.next())
        .isEqualTo(new ReleaseStep.End(ReleaseOutcome.ROLLED_BACK, "5 regions were restored"));
  }

  @Test
  void recovery_batch_staysWithinTheShareOfTraffic() {
    Story story = Story.passedThrough(4).then(DEGRADED, restored("s"));
    assertThat(story.next())
        .as("h alone is more than a third, and goes alone")
        .isEqualTo(restore("the rest, newest first", "h"));
    story.then(restored("h"));
    assertThat(story.next())
        .as("l2 and c are 25 %, l1 would make it 40 %")
        .isEqualTo(restore("the rest, newest first", "l2", "c"));
  }

  @Test
  void recovery_withOpenRollouts_givesThemUpFirst() {
    Story story = Story.passedThrough(2).started(3).then(exposed("l1"));
    story.then(DEGRADED);
    assertThat(story.next())
        .isInstanceOfSatisfying(
            ReleaseStep.CancelRollouts.class,
            step ->
                assertThat(step.open())
                    .containsExactly(new RegionCode("l1"), new RegionCode("l2")));
  }

  @Test
  void darkRegion_evacuated_isRestoredLastAndItsTrafficReturns() {
    Story story =
        Story.passedThrough(2)
            .started(3)
            .then(exposed("l1"), verdict("l1", VerdictCause.DARK), evacuated("l1"))
            .then(ended("l1", RegionEnd.DEGRADED), ended("l2", RegionEnd.CANCELLED), DEGRADED);
    assertThat(story.next()).isEqualTo(restore("one healthy region first, as proof", "c"));
    story.then(restored("c"), restored("s"));
    assertThat(story.next())
        .isEqualTo(
            new ReleaseStep.AwaitReturn(
                new RegionCode("l1"), "restored as soon as its cluster is back"));
    story.then(observed("l1", true, true));
    assertThat(story.next()).isEqualTo(restore("harmed regions first", "l1"));
    story.then(restored("l1"));
    assertThat(story.next()).isInstanceOf(ReleaseStep.BringBack.class);
    story.then(returned("l1"));
    assertThat(story.next()).isEqualTo(blameless("3 regions were restored"));
  }

  @Test
  void regionsThatCarryEvacuatedTraffic_areRestoredAfterAllOthers() {
    Story story =
        Story.passedThrough(3)
            .started(4)
            .then(exposed("h"), verdict("h", VerdictCause.DARK), evacuated("h", "l1", "l2"))
            .then(ended("h", RegionEnd.DEGRADED), DEGRADED);
    assertThat(story.next()).isEqualTo(restore("one healthy region first, as proof", "c"));
    story.then(restored("c"));
    assertThat(story.next()).isEqualTo(restore("the rest, newest first", "s"));
    story.then(restored("s"));
    assertThat(story.next())
        .as("together they are 35 % of the world")
        .isEqualTo(restore("last, because it carries evacuated traffic", "l2"));
    story.then(restored("l2"));
    assertThat(story.next()).isEqualTo(restore("last, because it carries evacuated traffic", "l1"));
    story.then(restored("l1"));
    assertThat(story.next()).isInstanceOf(ReleaseStep.AwaitReturn.class);
  }

  @Test
  void regionThatCarriesEvacuatedTraffic_harmedItself_isRestoredAtOnce() {
    Story story =
        Story.passedThrough(2)
            .started(3)
            .then(exposed("l1"), verdict("l1", VerdictCause.DARK), evacuated("l1", "c"))
            .then(ended("l1", RegionEnd.DEGRADED), verdict("c", VerdictCause.GATE), DEGRADED);
    story.then(ended("l2", RegionEnd.CANCELLED));
    assertThat(story.next()).isEqualTo(restore("harmed regions first", "c"));
  }

  @Test
  void regionWhoseGuestsHaveLeft_isRestoredInItsTurn() {
    Story story =
        Story.passedThrough(2).then(evacuated("l1", "c"), returned("l1"), restored("l2"), DEGRADED);
    assertThat(story.next()).isEqualTo(restore("the rest, newest first", "c", "s"));
  }

  @ParameterizedTest
  @EnumSource(names = {"DARK", "CONTENDER_SILENT"})
  void revision_inWhichNoGateAndNoCheckFoundHarm_isNotBlamed(VerdictCause cause) {
    Story story = Story.begins().started(1).then(exposed("s"), verdict("s", cause));
    story.then(ended("s", RegionEnd.DEGRADED), DEGRADED, observed("s", true, true), restored("s"));
    assertThat(story.next()).isEqualTo(blameless("1 region was restored"));
  }

  @Test
  void revision_inWhichAGateFoundHarmBesideADarkRegion_isBlamed() {
    Story story =
        Story.passedThrough(2)
            .started(3)
            .then(exposed("l1"), verdict("l1", VerdictCause.DARK), ended("l1", RegionEnd.DEGRADED))
            .then(exposed("l2"), verdict("l2", VerdictCause.GATE), ended("l2", RegionEnd.DEGRADED))
            .then(DEGRADED, observed("l1", true, true))
            .then(restored("s"), restored("c"), restored("l1"), restored("l2"));
    assertThat(story.next())
        .isEqualTo(new ReleaseStep.End(ReleaseOutcome.ROLLED_BACK, "4 regions were restored"));
  }

  private static ReleaseStep blameless(String undone) {
    return new ReleaseStep.End(
        ReleaseOutcome.ROLLED_BACK,
        undone + "; none of its gates or checks found harm: it is not marked bad",
        true);
  }

  @Test
  void region_stillAwayAtTheDeadline_isOwed() {
    Story story =
        Story.passedThrough(1)
            .started(2)
            .then(exposed("c"), verdict("c", VerdictCause.DARK), ended("c", RegionEnd.DEGRADED))
            .then(DEGRADED, restored("s"));
    assertThat(story.next()).isInstanceOf(ReleaseStep.AwaitReturn.class);
    story.then(new RegionEvent.RegionOwed(new RegionCode("c"), 1, "away"));
    assertThat(story.next()).isEqualTo(blameless("1 region was restored; 1 still owed"));
  }

  /** A crash between the two, found in simulation: the ledger said for ever that it was not. */
  @Test
  void region_givenUpAfterItsRestore_staysRestored() {
    Story story =
        Story.passedThrough(2)
            .started(3)
            .then(
                new RegionEvent.Reviewed(new RegionCode("l1"), 1, "manifests", List.of()),
                exposed("l1"),
                restored("l1"),
                ended("l1", RegionEnd.CANCELLED));

    assertThat(story.region("l1").touched()).isFalse();
    assertThat(story.region("l1").has(Milestone.RESTORED)).isTrue();
  }

  @Test
  void restore_failed_stopsTheOthersUntilAPersonResumes() {
    Story story = harmedInTheLastWave().then(failed("h", "restore", FailureCode.CLUSTER_REFUSED));
    assertThat(story.next())
        .isEqualTo(new ReleaseStep.Pause(PauseCause.RESTORE_FAILED, "h: restore failed"));
    story.then(new ReleaseEvent.Paused(PauseCause.RESTORE_FAILED, "meridian", "h"));
    assertThat(story.next()).isInstanceOf(ReleaseStep.KeepRolling.class);
    story.then(new ReleaseEvent.Resumed("ada", "fixed the quota"));
    assertThat(story.next()).isEqualTo(restore("harmed regions first", "h"));
  }

  /** Looked at, the cluster answers; changed, it does not: nobody would ever have been told. */
  @Test
  void restore_unreachableAgainAndAgainInAClusterThatAnswersLooks_becomesAPersonsMatter() {
    Story story = harmedInTheLastWave();
    for (int round = 0; round < 3; round++) {
      assertThat(story.next()).isInstanceOf(ReleaseStep.Restore.class);
      story.then(failed("h", "restore", FailureCode.CLUSTER_UNREACHABLE));
      story.then(observed("h", true, true));
    }
    story.then(failed("h", "restore", FailureCode.CLUSTER_UNREACHABLE));

    assertThat(story.next())
        .isEqualTo(new ReleaseStep.Pause(PauseCause.RESTORE_FAILED, "h: restore failed"));
  }

  @Test
  void abort_beforeAnythingChanged_endsAtOnce() {
    Story story =
        Story.begins()
            .then(new ReleaseEvent.RecoveryStarted(RecoveryCause.ABORTED, "a person aborted it"));
    assertThat(story.next())
        .isEqualTo(new ReleaseStep.End(ReleaseOutcome.ABORTED, "nothing had been changed"));
  }
}
