package dev.meridian.ledger.postgres.chain;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One who waits for a subject. Holds its thread and nothing else. */
final class Waiter implements AutoCloseable {
  private final Semaphore signals = new Semaphore(0);
  private final Consumer<Waiter> leaves;

  Waiter(Consumer<Waiter> leaves) {
    this.leaves = leaves;
  }

  void wake() {
    signals.release();
  }

  /** Returns when woken, or after {@code limit}; signals that came together are one. */
  void sleep(Duration limit) throws InterruptedException {
    if (signals.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
      signals.drainPermits();
    }
  }

  @Override
  public void close() {
    leaves.accept(this);
  }
}
