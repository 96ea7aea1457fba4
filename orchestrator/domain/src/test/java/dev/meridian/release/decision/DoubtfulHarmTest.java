package dev.meridian.release.decision;

import static dev.meridian.release.decision.Story.ended;
import static dev.meridian.release.decision.Story.exposed;
import static dev.meridian.release.decision.Story.restore;
import static dev.meridian.release.decision.Story.restored;
import static dev.meridian.release.decision.Story.verdict;
import static dev.meridian.release.decision.Story.verdictAfterAChange;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.release.PauseCause;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import org.junit.jupiter.api.Test;

/** Harm that may not be the revision's: other regions are bad too, or something else changed. */
class DoubtfulHarmTest {
  private static final ReleaseEvent DEGRADED =
      new ReleaseEvent.RecoveryStarted(RecoveryCause.DEGRADED, "h: 5 % bad");

  @Test
  void environmentSuspected_restoresWhatIsHarmedAndAsksAPersonAboutTheRest() {
    Story story =
        Story.passedThrough(3)
            .started(4)
            .then(exposed("h"), verdict("h", VerdictCause.ENVIRONMENT))
            .then(ended("h", RegionEnd.DEGRADED), DEGRADED);
    assertThat(story.next()).isEqualTo(restore("harmed regions first", "h"));
    story.then(restored("h"));
    assertThat(story.next())
        .isInstanceOfSatisfying(
            ReleaseStep.Pause.class,
            step -> assertThat(step.cause()).isEqualTo(PauseCause.ENVIRONMENT_SUSPECTED));
    story.then(new ReleaseEvent.Paused(PauseCause.ENVIRONMENT_SUSPECTED, "meridian", "h"));
    assertThat(story.next())
        .isInstanceOfSatisfying(
            ReleaseStep.KeepRolling.class,
            step ->
                assertThat(step.watched())
                    .extracting(RegionCode::value)
                    .containsExactly("c", "l1", "l2"));
    story.then(new ReleaseEvent.Resumed("anna", "it is ours"));
    assertThat(story.next()).isEqualTo(restore("one healthy region first, as proof", "l2"));
  }

  @Test
  void environmentSuspected_byAnAbort_isNobodysQuestionAnyMore() {
    Story story =
        Story.passedThrough(3)
            .started(4)
            .then(exposed("h"), verdict("h", VerdictCause.ENVIRONMENT))
            .then(ended("h", RegionEnd.DEGRADED), DEGRADED, restored("h"))
            .then(new ReleaseEvent.AbortRequested("anna", "take it all back"));
    assertThat(story.next()).isEqualTo(restore("one healthy region first, as proof", "l2"));
  }

  @Test
  void environmentSuspected_withNothingElseTouched_endsWithoutBlame() {
    Story story =
        Story.begins().started(1).then(exposed("s"), verdict("s", VerdictCause.ENVIRONMENT));
    story.then(ended("s", RegionEnd.DEGRADED), DEGRADED, restored("s"));
    assertThat(story.next())
        .isEqualTo(
            new ReleaseStep.End(
                ReleaseOutcome.ROLLED_BACK,
                "1 region was restored; regions that it has not touched were bad as well: it is"
                    + " not marked bad",
                true));
  }

  @Test
  void harmJustAfterAnotherChange_isTakenBackAllTheSame_andEndsWithoutBlame() {
    Story story =
        Story.begins().started(1).then(exposed("s"), verdictAfterAChange("s", VerdictCause.GATE));
    story.then(ended("s", RegionEnd.DEGRADED), DEGRADED);
    assertThat(story.next()).isEqualTo(restore("harmed regions first", "s"));
    story.then(restored("s"));
    assertThat(story.next())
        .isEqualTo(
            new ReleaseStep.End(
                ReleaseOutcome.ROLLED_BACK,
                "1 region was restored; something else had changed where harm was found, within"
                    + " half an hour before: it is not marked bad",
                true));
  }

  @Test
  void harmLongAfterAnotherChange_isTheRevisions() {
    Story story =
        Story.passedThrough(1)
            .started(2)
            .then(exposed("c"), verdictAfterAChange("c", VerdictCause.PROVEN))
            .then(ended("c", RegionEnd.PASSED), verdict("c", VerdictCause.GATE), DEGRADED);
    story.then(restored("c"), restored("s"));
    assertThat(story.next())
        .isEqualTo(new ReleaseStep.End(ReleaseOutcome.ROLLED_BACK, "2 regions were restored"));
  }

  /** What a watch that was given up has still seen was recorded by nobody's leave. */
  @Test
  void endWithoutBlame_doesNotStandOnceBlameIsRecorded() {
    Story story =
        Story.passedThrough(1)
            .started(2)
            .then(exposed("c"), verdictAfterAChange("c", VerdictCause.GATE))
            .then(ended("c", RegionEnd.DEGRADED), DEGRADED, restored("c"), restored("s"));
    ReleaseEvent.OfRelease blameless =
        new ReleaseEvent.ReleaseEnded(ReleaseOutcome.ROLLED_BACK, "", true);
    assertThat(ReleaseDecision.stands(story.state(), blameless)).isTrue();
    story.then(verdict("s", VerdictCause.GATE));
    assertThat(ReleaseDecision.stands(story.state(), blameless)).isFalse();
  }
}
