package dev.meridian.worker.metrics;

import io.temporal.activity.ActivityExecutionContext;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The heartbeat of a long activity, at most every 500 ms of wall time, also while it waits for
 * other threads. When the activity should end, the engine says so here, by an exception that is let
 * through.
 */
final class Beat {
  private static final long EVERY_NANOS = Duration.ofMillis(500).toNanos();
  private static final long SLICE_MILLIS = 100;

  private final ActivityExecutionContext context;
  private final Supplier<Object> details;
  private long last;

  /**
   * @param details the checkpoint that the next execution goes on from
   */
  Beat(ActivityExecutionContext context, Supplier<Object> details) {
    this.context = context;
    this.details = details;
    this.last = System.nanoTime() - EVERY_NANOS;
  }

  void now() {
    if (System.nanoTime() - last >= EVERY_NANOS) {
      last = System.nanoTime();
      context.heartbeat(details.get());
    }
  }

  <T> T await(Future<T> future) throws InterruptedException {
    try {
      while (true) {
        now();
        try {
          future.get(SLICE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillRunning) {
          continue;
        } catch (ExecutionException failed) {
          return Threads.result(future);
        }
        return Threads.result(future);
      }
    } finally {
      future.cancel(true);
    }
  }

  void sleep(Duration wall) throws InterruptedException {
    long until = System.nanoTime() + wall.toNanos();
    long left = wall.toNanos();
    while (left > 0) {
      now();
      TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(SLICE_MILLIS)));
      left = until - System.nanoTime();
    }
    now();
  }
}
