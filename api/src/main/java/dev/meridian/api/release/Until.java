package dev.meridian.api.release;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.meridian.region.Role;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.release.ReleaseState;
import java.util.Locale;
import java.util.Optional;

/** A point that a pipeline may wait for. */
enum Until {
  /** Every staging wave has passed. */
  VALIDATED,
  /** Every canary wave has passed too. */
  CANARY,
  /** Every region has passed. */
  COMPLETED;

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** One that waits for its turn has no waves, and has reached nothing. */
  boolean reachedBy(ReleaseState state) {
    return state.waves() > 0 && passed(state);
  }

  private boolean passed(ReleaseState state) {
    return switch (this) {
      case VALIDATED -> state.wavesPassed() >= lastWave(state, Role.STAGING);
      case CANARY ->
          state.wavesPassed()
              >= Math.max(lastWave(state, Role.STAGING), lastWave(state, Role.CANARY));
      case COMPLETED -> state.outcome().equals(Optional.of(ReleaseOutcome.COMPLETED));
    };
  }

  private static int lastWave(ReleaseState state, Role role) {
    return state.schedule().stream()
        .filter(planned -> planned.role() == role)
        .mapToInt(PlannedRegion::wave)
        .max()
        .orElse(0);
  }
}
