package dev.meridian.release.decision;

import dev.meridian.failure.FailureCode;
import dev.meridian.release.Milestone;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.Trouble;
import java.util.Optional;

/**
 * What a region still gets after its release has ended without it: a look, and once its cluster is
 * back the restore, then its traffic, then its lock is freed. Each run tries once and begins with a
 * look; the first thing that cannot be done ends it, and a later run tries again.
 */
public final class OwedDecision {
  private OwedDecision() {}

  /**
   * @param newest the newest thing that this run has seen or done in the region; empty at its start
   */
  public static OwedStep next(RegionProgress progress, Optional<RegionEvent> newest) {
    if (!progress.has(Milestone.OWED)) {
      return new OwedStep.Finished("nothing is owed to " + progress.region());
    }
    if (newest.isEmpty()) {
      return new OwedStep.AwaitCluster("restored as soon as its cluster is back");
    }
    if (newest.get() instanceof RegionEvent.StepFailed failed) {
      return afterFailure(progress, failed);
    }
    if (newest.get() instanceof RegionEvent.RegionObserved seen && !seen.cluster()) {
      return new OwedStep.TryLater(seen.sentence(), false);
    }
    return forward(progress);
  }

  private static OwedStep forward(RegionProgress progress) {
    if (progress.touched()) {
      return new OwedStep.Restore("its cluster is back: the restore that it was owed");
    }
    return progress.has(Milestone.EVACUATED)
        ? new OwedStep.BringBack("the incumbent serves there again")
        : new OwedStep.Settle("nothing is owed any more", false);
  }

  /** Traffic that may not return by itself is a person's; the restore is done, the lock is free. */
  private static OwedStep afterFailure(RegionProgress progress, RegionEvent.StepFailed failed) {
    FailureCode code = failed.code();
    if (failed.step().equals(Trouble.RETURN) && !code.retryable() && !progress.touched()) {
      return new OwedStep.Settle(
          "restored, but its traffic was not brought back: " + failed.sentence(), true);
    }
    boolean passes = code.retryable() && code.actor() == FailureCode.Actor.NOBODY;
    return new OwedStep.TryLater(failed.sentence(), !passes);
  }
}
