package dev.meridian.worker;

import dev.meridian.failure.FailureCode;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * A few quick tries inside one activity, with full jitter, for faults that pass in a moment. Long
 * waiting is the engine's: an activity that still fails says so and is started again by its retry
 * policy.
 */
public final class ShortRetries {
  private static final int TRIES = 3;
  private static final Duration FIRST = Duration.ofMillis(100);

  private ShortRetries() {}

  /** Tries again only what its {@link FailureCode} calls retryable. */
  public static <T> T call(Pulse pulse, Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (ApplicationFailure failure) {
        if (attempt == TRIES || failure.isNonRetryable()) {
          throw failure;
        }
        pause(pulse, attempt);
      }
    }
  }

  /** Full jitter: anything from nothing to 100, 200, 400 ms. */
  public static void pause(Pulse pulse, int attempt) {
    long most = FIRST.toMillis() << Math.min(attempt, 6);
    try {
      pulse.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(most)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ActivityFailures.of(FailureCode.UNEXPECTED, "interrupted while waiting to try again");
    }
  }
}
