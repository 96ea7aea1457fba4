package dev.meridian.workflow;

import dev.meridian.failure.FailureCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;

/** What a failed activity means to the workflow that asked for it. */
final class Failures {
  private Failures() {}

  static boolean cancelled(TemporalFailure failure) {
    return failure instanceof CanceledFailure || failure.getCause() instanceof CanceledFailure;
  }

  /**
   * Without the ledger nothing can be decided, not even that a step failed: the step is repeated.
   */
  static boolean ledgerAway(TemporalFailure failure) {
    return code(failure) == FailureCode.LEDGER_UNREACHABLE;
  }

  /** The ledger knows more than the run that decided. */
  static boolean outdated(TemporalFailure failure) {
    return code(failure) == FailureCode.OUTDATED;
  }

  /** A newer run of the release has taken over. */
  static boolean superseded(TemporalFailure failure) {
    return code(failure) == FailureCode.SUPERSEDED;
  }

  /**
   * The event that says so.
   *
   * @throws TemporalFailure the same, when this run was taken over: it may not even say so
   */
  static RegionEvent.StepFailed stepFailed(
      RegionAttempt rollout, String step, TemporalFailure failure) {
    if (superseded(failure)) {
      throw failure;
    }
    FailureCode code = code(failure);
    return new RegionEvent.StepFailed(
        rollout.region(), rollout.attempt(), step, code, step + ": " + sentence(failure, code));
  }

  private static FailureCode code(TemporalFailure failure) {
    if (cause(failure) instanceof ApplicationFailure application) {
      for (FailureCode code : FailureCode.values()) {
        if (code.name().equals(application.getType())) {
          return code;
        }
      }
    }
    return FailureCode.UNEXPECTED;
  }

  private static String sentence(TemporalFailure failure, FailureCode code) {
    return cause(failure) instanceof ApplicationFailure application
            && code != FailureCode.UNEXPECTED
        ? application.getOriginalMessage()
        : code.fact();
  }

  private static Throwable cause(TemporalFailure failure) {
    return failure.getCause() == null ? failure : failure.getCause();
  }
}
