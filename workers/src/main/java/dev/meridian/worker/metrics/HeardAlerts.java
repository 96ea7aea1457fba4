package dev.meridian.worker.metrics;

import dev.meridian.gate.alarm.Alert;
import dev.meridian.gate.sample.Measured;
import dev.meridian.ledger.Alerts;
import dev.meridian.ledger.LedgerUnreachableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What alarms told. All bakes of a worker share it, so that many may look often. */
final class HeardAlerts {
  /** A hold follows an alarm within a second: half of it is for this. */
  static final Duration EVERY = Duration.ofMillis(250);

  private final Alerts alerts;
  private final Map<String, Heard> known = new ConcurrentHashMap<>();

  private record Heard(long nanos, Measured<List<Alert>> alerts) {
    boolean fresh() {
      return System.nanoTime() - nanos < EVERY.toNanos();
    }
  }

  HeardAlerts(Alerts alerts) {
    this.alerts = alerts;
  }

  /** Alerts of a name that fire or have fired lately; a query error while the database is away. */
  Measured<List<Alert>> now(String name) {
    return known.compute(name, (key, _) -> ask(key)).alerts();
  }

  /** The same, as it was at most {@link #EVERY} ago. */
  Measured<List<Alert>> justNow(String name) {
    return known
        .compute(name, (key, heard) -> heard != null && heard.fresh() ? heard : ask(key))
        .alerts();
  }

  private Heard ask(String name) {
    long now = System.nanoTime();
    try {
      return new Heard(now, new Measured.Seen<>(alerts.named(name, Instant.EPOCH)));
    } catch (LedgerUnreachableException e) {
      return new Heard(now, new Measured.QueryError<>(String.valueOf(e.getMessage())));
    }
  }
}
