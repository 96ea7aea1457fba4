package dev.meridian.release.decision;

import static dev.meridian.release.decision.Story.ended;
import static dev.meridian.release.decision.Story.exposed;
import static dev.meridian.release.decision.Story.restored;
import static dev.meridian.release.decision.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.release.CommandKind;
import dev.meridian.release.CommandRules;
import dev.meridian.release.PauseCause;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.release.admission.LiveWorld;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two releases of one service: the younger in staging and canary while the older goes on. */
@Timeout(20)
class OverlapDecisionTest {
  private static final ReleaseId OLDER = new ReleaseId(new UUID(0, 1));
  private static final ReleaseId YOUNGER = new ReleaseId(new UUID(0, 2));
  private static final ReleaseEvent.OlderTakenBack TAKEN_BACK =
      new ReleaseEvent.OlderTakenBack(OLDER, "harm");
  private static final ReleaseEvent.YoungerStarted FOLLOWED =
      new ReleaseEvent.YoungerStarted(YOUNGER, regions("c", "s"), "it may use canary");
  private static final ReleaseEvent.YoungerEntered ENTERED =
      new ReleaseEvent.YoungerEntered(YOUNGER, regions("c"), "it has begun there");
  private static final ReleaseEvent.YoungerLeft LEFT =
      new ReleaseEvent.YoungerLeft(YOUNGER, "it was taken back");
  private static final ReleaseEvent DEGRADED =
      new ReleaseEvent.RecoveryStarted(RecoveryCause.DEGRADED, "l1: 5 % bad");

  private static List<RegionCode> regions(String... codes) {
    return List.of(codes).stream().map(RegionCode::new).toList();
  }

  @Test
  void younger_pastCanary_staysThereUntilTheOlderHasEnded() {
    Story story = Story.behind(OLDER).passThrough(2);
    assertThat(story.next())
        .isEqualTo(
            new ReleaseStep.KeepRolling(
                List.of(), regions("c"), "it leaves canary when release " + OLDER + " has ended"));
    ReleaseEvent.WaveStarted wave =
        new ReleaseEvent.WaveStarted(3, regions("l1", "l2"), "too early");
    assertThat(ReleaseDecision.stands(story.state(), wave)).isFalse();

    story.then(new ReleaseEvent.OlderEnded(OLDER, "completed"));
    assertThat(story.next()).isInstanceOf(ReleaseStep.StartWave.class);
    assertThat(ReleaseDecision.stands(story.state(), wave)).isTrue();
  }

  @Test
  void younger_thatGoesNoFurther_endsOnceTheOlderHas() {
    Story story = Story.behind(OLDER).passThrough(4);
    assertThat(story.next())
        .isInstanceOfSatisfying(
            ReleaseStep.KeepRolling.class,
            step -> assertThat(step.reason()).startsWith("it ends when release " + OLDER));
    ReleaseEvent.ReleaseEnded end =
        new ReleaseEvent.ReleaseEnded(ReleaseOutcome.COMPLETED, "too early", false);
    assertThat(ReleaseDecision.stands(story.state(), end)).isFalse();

    story.then(new ReleaseEvent.OlderEnded(OLDER, "completed"));
    assertThat(story.next()).isInstanceOf(ReleaseStep.End.class);
  }

  @Test
  void younger_whoseOlderIsTakenBack_leavesAtOnceAndWithoutBlame() {
    Story story = Story.behind(OLDER).passThrough(1).started(2).then(exposed("c"), TAKEN_BACK);
    assertThat(story.next())
        .isEqualTo(
            new ReleaseStep.StartRecovery(
                RecoveryCause.OLDER_TAKEN_BACK,
                "release " + OLDER + ", which it runs on top of, is being taken back"));
    story.then(new ReleaseEvent.RecoveryStarted(RecoveryCause.OLDER_TAKEN_BACK, "older"));
    assertThat(story.next()).isInstanceOf(ReleaseStep.CancelRollouts.class);
    story.then(ended("c", RegionEnd.CANCELLED), restored("c"), restored("s"));
    assertThat(story.next())
        .isEqualTo(
            new ReleaseStep.End(
                ReleaseOutcome.ROLLED_BACK,
                "2 regions were restored; the release that it ran on top of was taken back: it is"
                    + " not marked bad",
                true));
  }

  @Test
  void younger_cannotBeStoppedWhereItIs_butAborted() {
    Story story = Story.behind(OLDER).passThrough(2);
    assertThat(CommandRules.refusal(story.state(), CommandKind.STOP, Optional.empty()))
        .hasValueSatisfying(why -> assertThat(why).contains("abort this one"));
    assertThat(CommandRules.refusal(story.state(), CommandKind.ABORT, Optional.empty())).isEmpty();
    story.then(new ReleaseEvent.OlderEnded(OLDER, "completed"));
    assertThat(CommandRules.refusal(story.state(), CommandKind.STOP, Optional.empty())).isEmpty();
  }

  @Test
  void older_watchesSharedRegionsUntilTheYoungerHasBegunThere() {
    Story story = Story.passedThrough(3).started(4);
    assertThat(watched(story)).extracting(RegionCode::value).containsExactly("c", "l1", "l2");
    story.then(FOLLOWED);
    assertThat(watched(story)).extracting(RegionCode::value).containsExactly("c", "l1", "l2");
    story.then(ENTERED);
    assertThat(watched(story)).extracting(RegionCode::value).containsExactly("l1", "l2");
    assertThat(ReleaseDecision.watches(story.state(), new RegionCode("c"))).isFalse();
    story.then(LEFT);
    assertThat(watched(story)).extracting(RegionCode::value).containsExactly("c", "l1", "l2");
  }

  /** A watch hears late that it is over; by then the next release may be where it looks. */
  @Test
  void older_thatHasEnded_findsNoHarmAnyMore() {
    Story story = Story.passedThrough(4);
    assertThat(ReleaseDecision.watches(story.state(), new RegionCode("h"))).isTrue();
    story.then(new ReleaseEvent.ReleaseEnded(ReleaseOutcome.COMPLETED, "all passed", false));
    assertThat(ReleaseDecision.watches(story.state(), new RegionCode("h"))).isFalse();
  }

  /** Whoever owes a region does not restore it now, and may not be who is seen there. */
  @Test
  void older_thatWaitsForAPerson_doesNotWatchWhatIsOwed() {
    Story story =
        Story.passedThrough(2)
            .then(FOLLOWED, ENTERED)
            .started(3)
            .then(exposed("l1"), verdict("l1", VerdictCause.ENVIRONMENT), restored("l1"))
            .then(ended("l1", RegionEnd.DEGRADED), ended("l2", RegionEnd.CANCELLED), DEGRADED)
            .then(
                new ReleaseEvent.Paused(
                    PauseCause.ENVIRONMENT_SUSPECTED, ReleaseEvent.MERIDIAN, "all are bad"));
    assertThat(watched(story)).isEmpty();
    assertThat(watched(story.then(LEFT))).extracting(RegionCode::value).containsExactly("c");
    assertThat(watched(story.then(Story.owed("c")))).isEmpty();
  }

  private static List<RegionCode> watched(Story story) {
    return ((ReleaseStep.KeepRolling) story.next()).watched();
  }

  @Test
  void older_takenBack_restoresWhereTheYoungerIsOnlyOnceItHasLeft() {
    Story story =
        Story.passedThrough(2)
            .then(FOLLOWED)
            .started(3)
            .then(exposed("l1"), verdict("l1", VerdictCause.GATE), ended("l1", RegionEnd.DEGRADED))
            .then(ended("l2", RegionEnd.CANCELLED), DEGRADED);
    assertThat(story.next())
        .isEqualTo(new ReleaseStep.Restore(regions("l1"), "harmed regions first"));
    story.then(restored("l1"));
    assertThat(story.next())
        .isEqualTo(
            new ReleaseStep.AwaitYounger(
                YOUNGER, "release " + YOUNGER + " has to leave what is to be restored"));
    story.then(LEFT);
    assertThat(story.next())
        .isEqualTo(new ReleaseStep.Restore(regions("c"), "one healthy region first, as proof"));
  }

  @Test
  void older_takenBack_owesWhatTheYoungerOwes() {
    Story story = Story.passedThrough(2).then(FOLLOWED, DEGRADED);
    assertThat(story.next()).isInstanceOf(ReleaseStep.AwaitYounger.class);
    story.then(Story.owed("c"), LEFT);
    assertThat(story.next())
        .isEqualTo(new ReleaseStep.Restore(regions("s"), "one healthy region first, as proof"));
  }

  /** What it stands on may be what is ill, and its way back waits for nobody. */
  @Test
  void younger_thatSuspectsTheEnvironment_asksNobodyOnceTheOlderIsTakenBack() {
    Story story =
        Story.behind(OLDER)
            .passThrough(1)
            .started(2)
            .then(exposed("c"), verdict("c", VerdictCause.ENVIRONMENT), restored("c"))
            .then(ended("c", RegionEnd.DEGRADED), DEGRADED);
    assertThat(story.next()).isInstanceOf(ReleaseStep.Pause.class);
    story.then(TAKEN_BACK);
    assertThat(story.next()).isInstanceOf(ReleaseStep.Restore.class);
  }

  @Test
  void older_inWhichARegionIsHarmed_isNotFollowed() {
    Story story = Story.followable().passThrough(2).started(3);
    assertThat(LiveWorld.Active.of(OLDER, story.state()).free()).isEqualTo(regions("c", "s"));
    story.then(exposed("l1"), verdict("l1", VerdictCause.GATE));
    assertThat(LiveWorld.Active.of(OLDER, story.state()).free()).isEmpty();
  }
}
