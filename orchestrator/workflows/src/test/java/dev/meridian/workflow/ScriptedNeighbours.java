package dev.meridian.workflow;

import dev.meridian.activity.NeighbourActivities;
import dev.meridian.release.Neighbours;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseState;
import io.temporal.activity.Activity;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The other release does what a test says has happened. */
final class ScriptedNeighbours implements NeighbourActivities {
  /** Opens when somebody asks for it. */
  final CountDownLatch olderAwaited = new CountDownLatch(1);

  /** Opens when somebody asks for it. */
  final CountDownLatch youngerAwaited = new CountDownLatch(1);

  private final RememberingLedger ledger;

  ScriptedNeighbours(RememberingLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void awaitNews(ReleaseId release, int epoch, Neighbours known) {
    known.older().ifPresent(_ -> olderAwaited.countDown());
    known.younger().ifPresent(_ -> youngerAwaited.countDown());
    until(now -> !now.equals(known));
  }

  /** As the real ones: cancellation arrives with the heartbeat. */
  private void until(Predicate<Neighbours> told) {
    CountDownLatch never = new CountDownLatch(1);
    try {
      while (!told.test(ReleaseState.fold(ledger.history()).neighbours())) {
        never.await(20, TimeUnit.MILLISECONDS);
        Activity.getExecutionContext().heartbeat("waiting");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
