package dev.meridian.simulation;

import dev.meridian.region.RegionCode;
import dev.meridian.release.CommandKind;
import dev.meridian.release.CommandRules;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseState;
import java.util.Optional;

/** Whoever is asked when everything waits for a person: does something, a few times. */
final class Person {
  private static final int MOST_ANSWERS = 6;

  private final Durations durations;
  private int answers;

  /** What they want. */
  record Wish(CommandKind kind, Optional<RegionCode> region) {}

  Person(Durations durations) {
    this.durations = durations;
  }

  /** Empty when nobody is asked, or has had enough. */
  Optional<Wish> answer(ReleaseState state) {
    if (state.outcome().isPresent() || state.paused().isEmpty() || answers == MOST_ANSWERS) {
      return Optional.empty();
    }
    CommandKind kind =
        switch (durations.draw("answer", answers++, 4)) {
          case 0 -> CommandKind.RESUME;
          case 1 -> CommandKind.ABORT;
          case 2 -> CommandKind.STOP;
          default -> CommandKind.RETRY;
        };
    return Optional.of(
        new Wish(
            kind,
            state.regions().stream()
                .map(RegionProgress::region)
                .filter(region ->
                    CommandRules.refusal(state, CommandKind.RETRY, Optional.of(region)).isEmpty())
                .findFirst()));
  }
}
