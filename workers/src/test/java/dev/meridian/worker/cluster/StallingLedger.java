package dev.meridian.worker.cluster;

import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A ledger whose answer to one question is held back: the asker read it in time and then stood
 * still, as in a long collection of garbage or a frozen virtual machine.
 */
final class StallingLedger implements ReleaseLedger {
  private final ReleaseLedger ledger;
  private final String key;
  private final AtomicInteger until;
  private final CountDownLatch stalled = new CountDownLatch(1);
  private final CountDownLatch woken = new CountDownLatch(1);

  /**
   * @param key of the question
   * @param times which asking of it stalls, from 1
   */
  StallingLedger(ReleaseLedger ledger, String key, int times) {
    this.ledger = ledger;
    this.key = key;
    this.until = new AtomicInteger(times);
  }

  void awaitStall() throws InterruptedException {
    if (!stalled.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError("nobody asked for " + key);
    }
  }

  void wake() {
    woken.countDown();
  }

  @Override
  public <E extends ReleaseEvent> Recorded<E> record(
      ReleaseId release, int epoch, String actor, Keyed<E> event) {
    return ledger.record(release, epoch, actor, event);
  }

  @Override
  public Optional<Recorded<ReleaseEvent>> find(String asked) {
    Optional<Recorded<ReleaseEvent>> answer = ledger.find(asked);
    if (asked.equals(key) && until.decrementAndGet() == 0) {
      stalled.countDown();
      try {
        if (!woken.await(60, TimeUnit.SECONDS)) {
          throw new AssertionError("never woken");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return answer;
  }

  @Override
  public <T> T exclusively(ReleaseId release, Supplier<T> work) {
    return ledger.exclusively(release, work);
  }

  @Override
  public List<Recorded<ReleaseEvent>> history(ReleaseId release) {
    return ledger.history(release);
  }
}
