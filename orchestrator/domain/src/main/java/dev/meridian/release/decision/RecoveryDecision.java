package dev.meridian.release.decision;

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

/**
 * The way back. Open rollouts are given up; harmed regions are restored at once and side by side;
 * then one healthy touched region as proof; then the rest, newest first, within the share of
 * traffic that may change at one time; then regions whose cluster was away, when it is back; then
 * traffic returns. It ends when nothing is left to undo, or what is left is owed.
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
      return askPerson(state, failed.get());
    }
    List<RegionCode> batch = RollbackOrder.next(state);
    if (!batch.isEmpty()) {
      return new ReleaseStep.Restore(batch, RollbackOrder.reason(state, batch));
    }
    return awaitReturn(state).or(() -> bringBack(state)).orElseGet(() -> end(state, cause));
  }

  /** A restore that failed stops the others until somebody has looked. */
  private static ReleaseStep askPerson(ReleaseState state, RegionProgress failed) {
    String reason = failed.region() + ": " + failed.sentence();
    return state.paused().isPresent()
        ? new ReleaseStep.KeepRolling(List.of(), List.of(), "a person must act: " + reason)
        : new ReleaseStep.Pause(PauseCause.RESTORE_FAILED, reason);
  }

  private static Optional<ReleaseStep> awaitReturn(ReleaseState state) {
    return state.regions().stream()
        .filter(progress -> progress.touched() && !progress.has(Milestone.OWED))
        .findFirst()
        .map(progress ->
            new ReleaseStep.AwaitReturn(
                progress.region(), "restored as soon as its cluster is back"));
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
        : new ReleaseStep.End(
            ReleaseOutcome.ROLLED_BACK,
            undone + "; none of its gates or checks found harm: it is not marked bad",
            true);
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
