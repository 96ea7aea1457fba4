package dev.meridian.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.ServiceName;
import dev.meridian.region.Share;
import dev.meridian.service.ImageReference;
import dev.meridian.service.RevisionId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandRulesTest {
  private static final RegionCode TOKYO = new RegionCode("ap-northeast-1");
  private static final RegionCode PARIS = new RegionCode("eu-west-3");
  private static final ReleaseEvent PAUSED =
      new ReleaseEvent.Paused(PauseCause.REQUESTED, "ada", "lunch");
  private static final ReleaseEvent TAKEN_BACK =
      new ReleaseEvent.RecoveryStarted(RecoveryCause.DEGRADED, "5 % bad");

  /** Tokyo is in its first wave; what then happened. */
  private static ReleaseState after(ReleaseEvent... events) {
    ReleaseState state =
        ReleaseState.of(
            new ReleaseEvent.ReleaseStarted(
                new ServiceName("checkout"),
                new RevisionId("a".repeat(64)),
                ImageReference.parse("shop/checkout@sha256:" + "1".repeat(64)),
                1,
                1,
                List.of(new PlannedRegion(TOKYO, 1, Role.PRODUCTION, Share.NONE, "japan")),
                Share.ofFraction(0.33),
                "ada",
                "a new checkout"));
    state = state.after(new ReleaseEvent.WaveStarted(1, List.of(TOKYO), "it begins"));
    for (ReleaseEvent event : events) {
      state = state.after(event);
    }
    return state;
  }

  private static ReleaseEvent ended(RegionEnd end) {
    return new RegionEvent.RegionEnded(TOKYO, 1, end, "it " + end);
  }

  private static Optional<String> refusal(ReleaseState state, CommandKind kind) {
    return CommandRules.refusal(state, kind, Optional.of(TOKYO));
  }

  @ParameterizedTest
  @EnumSource
  void everyCommand_afterTheEnd_isRefused(CommandKind kind) {
    ReleaseState ended = after(new ReleaseEvent.ReleaseEnded(ReleaseOutcome.COMPLETED, "done"));
    assertThat(refusal(ended, kind))
        .hasValueSatisfying(why -> assertThat(why).contains("has ended (COMPLETED)"));
  }

  @ParameterizedTest
  @EnumSource(names = {"PAUSE", "STOP", "RETRY"})
  void forwardCommand_whileTakenBack_isRefused(CommandKind kind) {
    assertThat(refusal(after(TAKEN_BACK), kind))
        .hasValueSatisfying(why -> assertThat(why).contains("being taken back"));
  }

  @Test
  void abort_whileTakenBack_applies() {
    assertThat(refusal(after(TAKEN_BACK), CommandKind.ABORT)).isEmpty();
  }

  @Test
  void resume_afterARestoreFailed_appliesWhileTakenBack() {
    ReleaseState stuck =
        after(
            TAKEN_BACK,
            ended(RegionEnd.FAILED),
            new ReleaseEvent.Paused(PauseCause.RESTORE_FAILED, "meridian", "quota"));
    assertThat(refusal(stuck, CommandKind.RESUME)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"STOP", "ABORT"})
  void end_ofARunningOrPausedRelease_applies(CommandKind kind) {
    assertThat(refusal(after(), kind)).isEmpty();
    assertThat(refusal(after(PAUSED), kind)).isEmpty();
  }

  @Test
  void pause_twice_isRefusedNamingTheCause() {
    assertThat(refusal(after(), CommandKind.PAUSE)).isEmpty();
    assertThat(refusal(after(PAUSED), CommandKind.PAUSE))
        .hasValue("the release is paused already (REQUESTED): resume it");
  }

  @Test
  void resume_ofARunningRelease_isRefused() {
    assertThat(refusal(after(), CommandKind.RESUME))
        .hasValue("the release is not paused: there is nothing to resume");
    assertThat(refusal(after(PAUSED), CommandKind.RESUME)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "INCONCLUSIVE"})
  void resume_whileARegionWaitsForARetry_isRefusedAndARetryApplies(RegionEnd end) {
    ReleaseState waiting = after(ended(end), PAUSED);
    assertThat(refusal(waiting, CommandKind.RESUME))
        .hasValue(TOKYO + " ended " + end + ": retry it, stop or abort the release");
    assertThat(refusal(waiting, CommandKind.RETRY)).isEmpty();
  }

  /** A region that fell silent is about to be taken back: that comes first. */
  @ParameterizedTest
  @EnumSource(names = {"FAILED", "INCONCLUSIVE"})
  void retry_beforeTheReleaseHasPaused_isRefused(RegionEnd end) {
    assertThat(refusal(after(ended(end)), CommandKind.RETRY))
        .hasValue(
            "the release is not paused: what follows from the end of " + TOKYO + " comes first");
  }

  @ParameterizedTest
  @EnumSource(names = {"PASSED", "DEGRADED", "CANCELLED"})
  void retry_ofARegionThatEndedOtherwise_isRefused(RegionEnd end) {
    assertThat(refusal(after(ended(end)), CommandKind.RETRY)).isPresent();
  }

  @Test
  void retry_afterHarm_isRefusedWhateverTheEnd() {
    ReleaseState harmed =
        after(
            new RegionEvent.VerdictGiven(TOKYO, 1, VerdictCause.GATE, "evidence", "5 % bad"),
            new RegionEvent.StepFailed(TOKYO, 1, "restore", FailureCode.NOT_READY, "not ready"),
            ended(RegionEnd.FAILED));
    assertThat(refusal(harmed, CommandKind.RETRY)).isPresent();
  }

  @Test
  void retry_withoutARegionOrOfAnUnknownOne_isRefused() {
    assertThat(CommandRules.refusal(after(), CommandKind.RETRY, Optional.empty()))
        .hasValue("a retry needs a region");
    assertThat(CommandRules.refusal(after(), CommandKind.RETRY, Optional.of(PARIS)))
        .hasValue("the release has no region eu-west-3");
  }
}
