package dev.meridian.worker;

import dev.meridian.failure.FailureCode;
import dev.meridian.ledger.LedgerUnreachableException;
import dev.meridian.ledger.SupersededException;
import io.temporal.client.ActivityCompletionException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one table from what went wrong to what the workflow is told. */
public final class ActivityFailures {
  private static final Logger LOG = LoggerFactory.getLogger(ActivityFailures.class);

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

  /** Runs the body of an activity so that nothing but a failure with a code leaves it. */
  public static <T> T guard(Callable<T> body) {
    try {
      return body.call();
    } catch (TemporalFailure | ActivityCompletionException told) {
      throw told;
    } catch (SupersededException e) {
      throw of(e);
    } catch (LedgerUnreachableException e) {
      throw of(FailureCode.LEDGER_UNREACHABLE, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw of(FailureCode.UNEXPECTED, "interrupted");
    } catch (Exception e) {
      LOG.error("an activity failed without a code", e);
      throw of(FailureCode.UNEXPECTED, FailureCode.UNEXPECTED.fact() + ": " + e);
    }
  }

  /** The run was taken over: nothing that it still does may count. */
  public static ApplicationFailure of(SupersededException superseded) {
    return of(FailureCode.SUPERSEDED, String.valueOf(superseded.getMessage()));
  }
}
