package dev.meridian.release;

import dev.meridian.region.RegionCode;
import java.util.Optional;

/** Whether a person's command applies to the state of a release, and what would if it does not. */
public final class CommandRules {
  private CommandRules() {}

  /** Why the command is refused, for people, naming the state; empty when it applies. */
  public static Optional<String> refusal(
      ReleaseState state, CommandKind kind, Optional<RegionCode> region) {
    if (state.outcome().isPresent()) {
      return Optional.of("the release has ended (" + state.outcome().get() + "): nothing applies");
    }
    if (state.recovery().isPresent() && kind != CommandKind.RESUME && kind != CommandKind.ABORT) {
      return Optional.of(
          "the release is being taken back: only abort, or resume after a pause, applies");
    }
    return switch (kind) {
      case PAUSE ->
          state.paused().map(cause -> "the release is paused already (" + cause + "): resume it");
      case RESUME ->
          state.paused().isPresent()
              ? stuck(state)
              : Optional.of("the release is not paused: there is nothing to resume");
      case STOP -> onTop(state);
      case ABORT -> Optional.empty();
      case RETRY ->
          region
              .map(code -> retryRefusal(state, code))
              .orElseGet(() -> Optional.of("a retry needs a region"));
    };
  }

  /** Were it to stay, an older release that is taken back would undo what somebody wanted kept. */
  private static Optional<String> onTop(ReleaseState state) {
    return state
        .neighbours()
        .older()
        .map(older ->
            "release "
                + older.release()
                + " has not ended, and may yet be taken back from below it: abort this one, or stop"
                + " it when that has ended");
  }

  /** Resuming would pause again at once while a region waits for a retry. */
  private static Optional<String> stuck(ReleaseState state) {
    return state.recovery().isPresent()
        ? Optional.empty()
        : state.regions().stream()
            .filter(CommandRules::retryable)
            .findFirst()
            .map(progress ->
                progress.region()
                    + " ended "
                    + progress.end().map(Enum::name).orElse("")
                    + ": retry it, stop or abort the release");
  }

  private static Optional<String> retryRefusal(ReleaseState state, RegionCode code) {
    Optional<RegionProgress> progress =
        state.regions().stream().filter(p -> p.region().equals(code)).findFirst();
    if (progress.isEmpty()) {
      return Optional.of("the release has no region " + code);
    }
    if (!retryable(progress.get())) {
      return Optional.of(
          code + " did not end inconclusive or failed without harm: a retry does not apply");
    }
    return state.paused().isPresent()
        ? Optional.empty()
        : Optional.of(
            "the release is not paused: what follows from the end of " + code + " comes first");
  }

  private static boolean retryable(RegionProgress progress) {
    return !progress.harmed()
        && progress
            .end()
            .filter(end -> end == RegionEnd.FAILED || end == RegionEnd.INCONCLUSIVE)
            .isPresent();
  }
}
