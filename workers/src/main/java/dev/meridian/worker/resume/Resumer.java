package dev.meridian.worker.resume;

import dev.meridian.ledger.LedgerUnreachableException;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.ResumeLock;
import dev.meridian.release.ReleaseId;
import dev.meridian.worker.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second (wall) at the unfinished releases. One that a reachable engine twice in a row
 * does not know gets the next epoch by compare-and-set, and only then a new run: so a run that was
 * merely out of sight finds itself superseded at its next entry, and two processes never start the
 * same one. The same round sees to regions that ended releases still owe.
 */
public final class Resumer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Resumer.class);
  private static final Duration ROUND = Duration.ofSeconds(1);

  private final ResumeLock lock;
  private final Releases releases;
  private final ReleaseRuns runs;
  private final OwedRestores owed;
  private final Clock clock;

  /** Not found once: perhaps it was accepted this moment and is about to be started. */
  private final Set<ReleaseId> missing = new HashSet<>();

  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private Resumer(Ports ports) {
    this.lock = ports.lock();
    this.releases = ports.releases();
    this.runs = ports.runs();
    this.owed = new OwedRestores(ports.releases(), ports.owed());
    this.clock = ports.clock();
    this.thread = Thread.ofVirtual().name("resumer").unstarted(this::keepLooking);
  }

  /** What it looks at, and what it starts. */
  public record Ports(
      ResumeLock lock, Releases releases, ReleaseRuns runs, OwedRuns owed, Clock clock) {}

  /** Starts looking in the background. */
  public static Resumer start(Ports ports) {
    Resumer resumer = new Resumer(ports);
    resumer.thread.start();
    return resumer;
  }

  private void keepLooking() {
    try {
      while (!closing.await(0, TimeUnit.SECONDS)) {
        tryToHold();
        if (closing.await(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryToHold() throws InterruptedException {
    try {
      Optional<ResumeLock.Held> held = lock.tryAcquire();
      if (held.isPresent()) {
        try (ResumeLock.Held ours = held.get()) {
          lookWhileHeld(ours);
        }
      }
    } catch (LedgerUnreachableException e) {
      LOG.warn("cannot look for releases to resume: {}", e.getMessage());
    }
  }

  private void lookWhileHeld(ResumeLock.Held held) throws InterruptedException {
    while (held.stillHeld()) {
      for (ReleaseRow row : releases.unfinished()) {
        if (!held.stillHeld()) {
          return;
        }
        resumeIfForgotten(row);
      }
      owed.round(clock.now());
      if (closing.await(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  private void resumeIfForgotten(ReleaseRow row) {
    switch (runs.look(row.id())) {
      case RUNNING, ENGINE_AWAY -> missing.remove(row.id());
      case NOT_FOUND -> {
        if (!missing.add(row.id())) {
          resume(row);
        }
      }
    }
  }

  private void resume(ReleaseRow row) {
    missing.remove(row.id());
    if (releases.raiseEpoch(row.id(), row.epoch())) {
      LOG.info("resuming release {} in epoch {}", row.id(), row.epoch() + 1);
      runs.start(row.id(), row.epoch() + 1);
    }
  }

  /** Stops looking and frees the lock. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
