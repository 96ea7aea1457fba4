package dev.meridian.ledger.postgres.chain;

import dev.meridian.ledger.Subject;
import dev.meridian.ledger.postgres.DedicatedConnections;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes whoever waits for a subject when any process commits an entry of it. One connection per
 * process listens, from the first waiter on; all waiters share it. After a broken connection
 * everybody is woken, because something may have been missed.
 */
@Singleton
final class EntrySignals {
  private static final Logger LOG = LoggerFactory.getLogger(EntrySignals.class);
  private static final int HEARTBEAT_MILLIS = 5_000;
  private static final int RECONNECT_MILLIS = 1_000;

  private final DedicatedConnections connections;
  private final Map<String, Set<Waiter>> waiters = new ConcurrentHashMap<>();
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicReference<@Nullable Connection> open = new AtomicReference<>();
  private volatile boolean listening;
  private volatile boolean closed;

  EntrySignals(DedicatedConnections connections) {
    this.connections = connections;
  }

  /** Registers a waiter: from now on nothing is missed. To be closed. */
  Waiter waiter(Subject subject) {
    if (started.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("ledger-listener").start(this::listen);
    }
    String topic = subject.toString();
    Waiter waiter = new Waiter(gone -> leave(topic, gone));
    waiters.compute(
        topic,
        (name, standing) -> {
          Set<Waiter> all = standing == null ? ConcurrentHashMap.newKeySet() : standing;
          all.add(waiter);
          return all;
        });
    return waiter;
  }

  /** How long a waiter may sleep before it looks for itself: short while nobody listens. */
  Duration patience() {
    int millis = listening ? 15_000 : 1_000;
    return Duration.ofMillis(millis + ThreadLocalRandom.current().nextInt(millis / 4));
  }

  private void leave(String topic, Waiter gone) {
    waiters.computeIfPresent(
        topic,
        (name, all) -> {
          all.remove(gone);
          return all.isEmpty() ? null : all;
        });
  }

  private void listen() {
    while (!closed) {
      try (Connection connection = connections.open()) {
        open.set(connection);
        hear(connection);
      } catch (SQLException e) {
        if (!closed) {
          LOG.warn("no longer hears of new entries, looks for them instead: {}", e.getMessage());
        }
      } finally {
        listening = false;
        open.set(null);
      }
      rest();
    }
  }

  private void hear(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen meridian_ledger");
    }
    listening = true;
    waiters.values().forEach(all -> all.forEach(Waiter::wake));
    PGConnection session = connection.unwrap(PGConnection.class);
    while (!closed) {
      PGNotification @Nullable [] heard = session.getNotifications(HEARTBEAT_MILLIS);
      if (heard == null || heard.length == 0) {
        if (!connection.isValid(2)) {
          return;
        }
      } else {
        for (PGNotification notification : heard) {
          waiters.getOrDefault(notification.getParameter(), Set.of()).forEach(Waiter::wake);
        }
      }
    }
  }

  private void rest() {
    try {
      if (!closed) {
        Thread.sleep(RECONNECT_MILLIS + ThreadLocalRandom.current().nextInt(RECONNECT_MILLIS));
      }
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @PreDestroy
  void close() {
    closed = true;
    Connection connection = open.get();
    if (connection != null) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        LOG.debug("the listening connection was gone already", e);
      }
    }
    waiters.values().forEach(all -> all.forEach(Waiter::wake));
  }
}
