package dev.meridian.worker.metrics;

import dev.meridian.failure.FailureCode;
import dev.meridian.worker.ActivityFailures;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waiting for work on other threads, as if it had been done on this one. */
final class Threads {
  private Threads() {}

  /**
   * The result; what the work threw is thrown here.
   *
   * @throws InterruptedException when the waiting thread is asked to end
   */
  static <T> T result(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw ActivityFailures.of(FailureCode.UNEXPECTED, "reading metrics failed: " + e.getCause());
    }
  }
}
