package dev.meridian.api;

import dev.meridian.ledger.LedgerUnreachableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something again and again in the background, from its start until it is closed. A round that
 * fails is followed by another.
 */
public final class Rounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  /** For a round that is under way when the api stops; what is cut is done by another api. */
  private static final long PATIENCE_MILLIS = 5_000;

  private final String name;
  private final Duration pause;
  private final Runnable round;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  /**
   * @param pause wall time between two rounds
   */
  public Rounds(String name, Duration pause, Runnable round) {
    this.name = name;
    this.pause = pause;
    this.round = round;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::goRound);
  }

  public void start() {
    thread.start();
  }

  private void goRound() {
    try {
      do {
        once();
      } while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void once() {
    try {
      round.run();
    } catch (LedgerUnreachableException e) {
      LOG.warn("{} waits for the database: {}", name, e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("{} failed, and will be tried again", name, e);
    }
  }

  /** Not interrupted: that would break a connection to the database in the middle of its use. */
  @Override
  public void close() {
    stopped.countDown();
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
