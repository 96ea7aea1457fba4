package dev.meridian.worker;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Shows the engine that an activity lives, on a thread of its own, so that one slow answer from
 * outside is not taken for a dead worker; and tells the activity when it should end. The heartbeat
 * timeout is 3 s, so it beats every 500 ms of wall time.
 */
public final class Pulse implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofMillis(500);

  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicReference<@Nullable RuntimeException> reason = new AtomicReference<>();

  private Pulse() {}

  /** Begins to beat for the activity that runs on this thread. */
  public static Pulse ofActivity() {
    ActivityExecutionContext context = Activity.getExecutionContext();
    Pulse pulse = new Pulse();
    Thread.ofVirtual().name("pulse").start(() -> pulse.beat(() -> context.heartbeat("alive")));
    return pulse;
  }

  /** Outside of the engine: nobody listens and nobody ends it. */
  public static Pulse silent() {
    return new Pulse();
  }

  private void beat(Runnable heartbeat) {
    try {
      do {
        heartbeat.run();
      } while (!closed.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
    } catch (RuntimeException e) {
      reason.set(e);
      ended.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Throws what the engine said when it asked the activity to end. */
  public void check() {
    RuntimeException told = reason.get();
    if (told != null) {
      throw told;
    }
  }

  /** Waits on the wall clock; ends early, by throwing, when the activity should end. */
  public void sleep(Duration wall) throws InterruptedException {
    ended.await(wall.toNanos(), TimeUnit.NANOSECONDS);
    check();
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
