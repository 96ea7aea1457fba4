package dev.meridian.worker.check;

import dev.meridian.failure.FailureCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.frozen.FrozenRollout;
import io.temporal.failure.ApplicationFailure;

/** Where one execution of a check works. */
record CheckPlace(FrozenRollout frozen, Pulse pulse) {
  RegionAttempt rollout() {
    return frozen.rollout();
  }

  String endpoint() {
    return frozen.presence().endpoint();
  }

  /** It could not be run; trying again may help. */
  ApplicationFailure unreachable(String sentence) {
    return ActivityFailures.of(FailureCode.CHECK_UNREACHABLE, rollout().region() + ", " + sentence);
  }

  /** It can never be run as it is written. */
  ApplicationFailure unusable(String sentence) {
    return ActivityFailures.of(FailureCode.INVALID_SPEC, rollout().region() + ", " + sentence);
  }
}
