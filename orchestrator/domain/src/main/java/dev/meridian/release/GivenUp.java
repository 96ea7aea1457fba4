package dev.meridian.release;

import java.util.List;
import java.util.Optional;

/**
 * Whether nobody wants an attempt any more. A step that is given up is not waited for, so it may
 * still be on its way: it asks here, in one transaction with its intention, and begins nothing that
 * nobody would undo.
 */
public final class GivenUp {
  private GivenUp() {}

  /**
   * Why, as it was recorded first; empty while it is wanted.
   *
   * @param history of the release, in order
   */
  public static Optional<String> reason(
      RegionAttempt rollout, List<? extends ReleaseEvent> history) {
    return history.stream().flatMap(event -> reason(rollout, event).stream()).findFirst();
  }

  private static Optional<String> reason(RegionAttempt rollout, ReleaseEvent event) {
    return switch (event) {
      case ReleaseEvent.StopRequested stop -> Optional.of(stop.reason());
      case ReleaseEvent.AbortRequested abort -> Optional.of(abort.reason());
      case ReleaseEvent.RecoveryStarted recovery -> Optional.of(recovery.reason());
      case ReleaseEvent.OlderTakenBack older -> Optional.of(older.reason());
      case ReleaseEvent.ReleaseEnded ended -> Optional.of(ended.reason());
      case RegionEvent.RegionEnded ended when isOf(rollout, ended) -> Optional.of(ended.reason());
      case RegionEvent.RestoreIntended restore when isOf(rollout, restore) ->
          Optional.of(restore.reason());
      case ReleaseEvent other -> Optional.empty();
    };
  }

  /** An attempt that has ended, or a later one. */
  private static boolean isOf(RegionAttempt rollout, RegionEvent event) {
    return event.region().equals(rollout.region()) && event.attempt() >= rollout.attempt();
  }
}
