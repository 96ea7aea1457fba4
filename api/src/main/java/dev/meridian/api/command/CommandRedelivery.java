package dev.meridian.api.command;

import dev.meridian.ledger.LedgerUnreachableException;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes round with undelivered commands, from when the server serves until it stops. A round that
 * fails is followed by another.
 */
@Singleton
final class CommandRedelivery implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(CommandRedelivery.class);

  /** For a sending that is under way when the api stops; one that is cut is sent by another api. */
  private static final long PATIENCE_MILLIS = 5_000;

  private final CommandDelivery delivery;
  private final Duration pause;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread rounds;

  CommandRedelivery(
      CommandDelivery delivery, @Property(name = "meridian.redelivery") Duration pause) {
    this.delivery = delivery;
    this.pause = pause;
    this.rounds = Thread.ofVirtual().name("command-redelivery").unstarted(this::goRound);
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent started) {
    rounds.start();
  }

  private void goRound() {
    try {
      do {
        deliver();
      } while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver() {
    try {
      delivery.redeliver();
    } catch (LedgerUnreachableException e) {
      LOG.warn("commands wait for the database: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("commands could not be delivered, and will be tried again", e);
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    // Not interrupted: that would break a connection to the database in the middle of its use.
    stopped.countDown();
    rounds.join(PATIENCE_MILLIS);
  }
}
