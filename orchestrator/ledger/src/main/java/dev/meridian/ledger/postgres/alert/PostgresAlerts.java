package dev.meridian.ledger.postgres.alert;

import dev.meridian.gate.alarm.Alert;
import dev.meridian.gate.alarm.AlertNotice;
import dev.meridian.ledger.Alerts;
import dev.meridian.ledger.json.StorableText;
import dev.meridian.ledger.postgres.LedgerTransactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Alerts in the table {@code alert}. */
@Singleton
final class PostgresAlerts implements Alerts {
  /** Of the lock that makes one writer. */
  private static final long NUMBER = 4_217_003;

  private final LedgerTransactions transactions;
  private final AlertRepository alerts;

  PostgresAlerts(LedgerTransactions transactions, AlertRepository alerts) {
    this.transactions = transactions;
    this.alerts = alerts;
  }

  @Override
  public Intake take(List<AlertNotice> notices, Instant now, int most) {
    return transactions.write(() -> {
      alerts.lock(NUMBER);
      alerts.forgetBefore(now.minus(KEPT));
      long tooMany = alerts.count() + newcomers(notices) - most;
      if (tooMany > alerts.countEnded()) {
        return new Intake.Full(most);
      }
      if (tooMany > 0) {
        alerts.forgetEnded(tooMany);
      }
      return taken(notices, now);
    });
  }

  private long newcomers(List<AlertNotice> notices) {
    return notices.stream().filter(notice -> notice.firing() && find(notice).isEmpty()).count();
  }

  private Intake taken(List<AlertNotice> notices, Instant now) {
    int begun = 0;
    int repeated = 0;
    int ended = 0;
    for (AlertNotice notice : notices) {
      Optional<StoredAlert> known = find(notice);
      boolean fires = known.filter(alert -> alert.endedAt().isEmpty()).isPresent();
      if (notice.firing() && known.isEmpty()) {
        alerts.begin(StoredAlert.of(notice, now));
        begun++;
      } else if (notice.firing()) {
        alerts.repeat(fingerprint(notice), notice.startsAt(), now);
        repeated++;
      } else if (fires) {
        alerts.end(fingerprint(notice), notice.startsAt(), now);
        ended++;
      }
    }
    return new Intake.Taken(begun, repeated, ended);
  }

  private Optional<StoredAlert> find(AlertNotice notice) {
    return alerts.find(fingerprint(notice), notice.startsAt());
  }

  private static String fingerprint(AlertNotice notice) {
    return StorableText.of(notice.fingerprint());
  }

  @Override
  public List<Alert> named(String name, Instant since) {
    return transactions.read(
        () -> alerts.named(name, since).stream().map(StoredAlert::alert).toList());
  }

  @Override
  public List<Told> list(Optional<Long> before, int limit) {
    return transactions.read(() ->
        alerts.newest(before.orElse(Long.MAX_VALUE), limit).stream()
            .map(StoredAlert::told)
            .toList());
  }
}
