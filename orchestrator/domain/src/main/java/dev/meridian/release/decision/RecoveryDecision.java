package dev.meridian.release.decision;

import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.release.Milestone;
import dev.meridian.release.PauseCause;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way back. Open rollouts are given up; harmed regions are restored at once and side by side;
 * then one healthy touched region as proof; then the rest, newest first, within the share of
 * traffic that may change at one time; then regions whose cluster was away, when it is back; then
 * traffic returns. Regions where a younger release is wait until that one has left them. It ends
 * when nothing is left to undo, or what is left is owed. While it may be the environment and not
 * the release, only harmed regions are restored; the rest waits for a person.
 */
final class RecoveryDecision {
  private RecoveryDecision() {}

  static ReleaseStep next(ReleaseState state, RecoveryCause cause) {
    if (!state.openRegions().isEmpty()) {
      return new ReleaseStep.CancelRollouts(
          ReleaseDecision.codes(state.openRegions()), "the release is being taken back");
    }
    Optional<RegionProgress> failed =
        state.regions().stream().filter(RecoveryDecision::restoreFailed).findFirst();
    if (failed.isPresent()) {
      String why = failed.get().region() + ": " + failed.get().sentence();
      return askPerson(state, PauseCause.RESTORE_FAILED, why, List.of());
    }
    List<RegionCode> batch = RollbackOrder.next(state);
    Optional<RegionProgress> suspect = suspect(state);
    if (suspect.isPresent() && moves(state, batch)) {
      String why = suspect.get().region() + ": " + suspect.get().why();
      List<RegionCode> contenders = watched(state);
      return askPerson(state, PauseCause.ENVIRONMENT_SUSPECTED, why, contenders);
    }
    if (!batch.isEmpty()) {
      return new ReleaseStep.Restore(batch, RollbackOrder.reason(state, batch));
    }
    return awaitYounger(state)
        .or(() -> awaitReturn(state))
        .or(() -> bringBack(state))
        .orElseGet(() -> end(state, cause));
  }

  /**
   * While the environment is suspected, and nobody has said what should become of the release. What
   * it stands on may be what is ill, and goes back whatever anybody says.
   */
  private static Optional<RegionProgress> suspect(ReleaseState state) {
    return state.wish() == ReleaseState.EndWish.NONE && !state.neighbours().olderTakenBack()
        ? state.regions().stream().filter(RegionProgress::suspect).findFirst()
        : Optional.empty();
  }

  /** Whether going on would change more than harmed regions: healthy ones, or traffic. */
  private static boolean moves(ReleaseState state, List<RegionCode> batch) {
    return batch.isEmpty()
        ? bringBack(state).isPresent() || away(state).anyMatch(progress -> !progress.harmed())
        : !state.region(batch.getFirst()).harmed();
  }

  /**
   * A restore that failed, or the suspicion that it is not the release, stops the others until
   * somebody has looked.
   *
   * @param watched what is looked at meanwhile
   */
  private static ReleaseStep askPerson(
      ReleaseState state, PauseCause cause, String reason, List<RegionCode> watched) {
    return state.paused().isPresent()
        ? new ReleaseStep.KeepRolling(List.of(), watched, "a person must act: " + reason)
        : new ReleaseStep.Pause(cause, reason);
  }

  /**
   * Passed regions that still run the contender and are not owed: harm there is taken back at once.
   */
  private static List<RegionCode> watched(ReleaseState state) {
    List<RegionCode> all = ReleaseDecision.watched(state);
    return away(state).map(RegionProgress::region).filter(all::contains).toList();
  }

  private static Optional<ReleaseStep> awaitYounger(ReleaseState state) {
    return state
        .neighbours()
        .younger()
        .filter(younger -> away(state).anyMatch(it -> younger.regions().contains(it.region())))
        .map(younger ->
            new ReleaseStep.AwaitYounger(
                younger.release(),
                "release " + younger.release() + " has to leave what is to be restored"));
  }

  private static Optional<ReleaseStep> awaitReturn(ReleaseState state) {
    return away(state)
        .findFirst()
        .map(progress ->
            new ReleaseStep.AwaitReturn(
                progress.region(), "restored as soon as its cluster is back"));
  }

  /** Touched, and not yet to be restored or owed. */
  private static Stream<RegionProgress> away(ReleaseState state) {
    return state.regions().stream()
        .filter(progress -> progress.touched() && !progress.has(Milestone.OWED));
  }

  private static Optional<ReleaseStep> bringBack(ReleaseState state) {
    return state.regions().stream()
        .filter(progress -> progress.has(Milestone.EVACUATED) && !progress.touched())
        .filter(progress -> progress.recoveryTrouble().isEmpty())
        .findFirst()
        .map(progress ->
            new ReleaseStep.BringBack(progress.region(), "the incumbent serves there again"));
  }

  private static ReleaseStep end(ReleaseState state, RecoveryCause cause) {
    long owed = state.regions().stream().filter(p -> p.has(Milestone.OWED)).count();
    long restored = state.regions().stream().filter(p -> p.has(Milestone.RESTORED)).count();
    String what =
        restored == 0
            ? "nothing had been changed"
            : restored + (restored == 1 ? " region was restored" : " regions were restored");
    String undone = owed == 0 ? what : what + "; " + owed + " still owed";
    if (cause == RecoveryCause.ABORTED) {
      return new ReleaseStep.End(ReleaseOutcome.ABORTED, undone);
    }
    return state.regions().stream().anyMatch(RegionProgress::foundHarm)
        ? new ReleaseStep.End(ReleaseOutcome.ROLLED_BACK, undone)
        : new ReleaseStep.End(ReleaseOutcome.ROLLED_BACK, undone + blameless(state), true);
  }

  private static String blameless(ReleaseState state) {
    return "; " + whyBlameless(state) + ": it is not marked bad";
  }

  private static String whyBlameless(ReleaseState state) {
    if (state.neighbours().olderTakenBack()) {
      return "the release that it ran on top of was taken back";
    }
    if (state.regions().stream()
        .anyMatch(it -> it.verdict().equals(Optional.of(VerdictCause.ENVIRONMENT)))) {
      return "regions that it has not touched were bad as well";
    }
    return state.regions().stream().anyMatch(RegionProgress::judgedHarmful)
        ? "something else had changed where harm was found, within half an hour before"
        : "none of its gates or checks found harm";
  }

  private static boolean restoreFailed(RegionProgress progress) {
    return progress.touched()
        && progress
            .recoveryTrouble()
            .filter(trouble -> trouble.step().equals(Trouble.RESTORE))
            .filter(trouble -> !trouble.clusterAway() || progress.relapsing())
            .isPresent();
  }

  /** Whether a restore cannot be tried now because the cluster does not answer. */
  static boolean unreachable(RegionProgress progress) {
    return progress.has(Milestone.DARK)
        || progress.has(Milestone.AWAY)
        || progress.recoveryTrouble().filter(Trouble::clusterAway).isPresent();
  }
}
