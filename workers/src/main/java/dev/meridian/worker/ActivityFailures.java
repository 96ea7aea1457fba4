package dev.meridian.worker;

import dev.meridian.failure.FailureCode;
import dev.meridian.ledger.SupersededException;
import io.temporal.failure.ApplicationFailure;

/** The one table from what went wrong to what the workflow is told. */
public final class ActivityFailures {
  private ActivityFailures() {}

  /**
   * A failure with a clear sentence; whether it is retried comes from the code.
   *
   * @param sentence for people: what was tried, where, and what came back
   */
  public static ApplicationFailure of(FailureCode code, String sentence) {
    return code.retryable()
        ? ApplicationFailure.newFailure(sentence, code.name())
        : ApplicationFailure.newNonRetryableFailure(sentence, code.name());
  }

  /** The run was taken over: nothing that it still does may count. */
  public static ApplicationFailure of(SupersededException superseded) {
    return of(FailureCode.SUPERSEDED, String.valueOf(superseded.getMessage()));
  }
}
