package dev.meridian.ledger.testing;

import dev.meridian.gate.alarm.Alert;
import dev.meridian.gate.alarm.AlertNotice;
import dev.meridian.ledger.Alerts;
import dev.meridian.ledger.LedgerUnreachableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Alerts in memory. Told to be away, it answers like a database that is. */
public final class InMemoryAlerts implements Alerts {
  private final List<Row> rows = new ArrayList<>();
  private long seq;
  private boolean away;

  private record Row(Told told, Instant repeatedAt) {
    Alert alert() {
      return told.alert();
    }

    boolean is(AlertNotice notice) {
      return alert().fingerprint().equals(notice.fingerprint())
          && alert().startsAt().equals(notice.startsAt());
    }

    Instant lastOf() {
      return alert().endedAt().orElse(repeatedAt);
    }
  }

  /** Whether the database answers from now on. */
  public synchronized void away(boolean now) {
    away = now;
  }

  @Override
  public synchronized Intake take(List<AlertNotice> notices, Instant now, int most) {
    checkAnswering();
    rows.removeIf(row -> row.lastOf().isBefore(now.minus(KEPT)));
    long newcomers = notices.stream().filter(it -> it.firing() && find(it).isEmpty()).count();
    long tooMany = rows.size() + newcomers - most;
    List<Row> ended =
        rows.stream()
            .filter(row -> row.alert().endedAt().isPresent())
            .sorted(Comparator.comparing(Row::lastOf))
            .toList();
    if (tooMany > ended.size()) {
      return new Intake.Full(most);
    }
    rows.removeAll(ended.subList(0, Math.toIntExact(Math.max(0, tooMany))));
    int begun = 0;
    int repeated = 0;
    int over = 0;
    for (AlertNotice notice : notices) {
      Optional<Row> known = find(notice);
      if (notice.firing() && known.isEmpty()) {
        rows.add(new Row(new Told(++seq, begun(notice, now)), now));
        begun++;
      } else if (notice.firing()) {
        rows.replaceAll(row -> row.is(notice) ? new Row(row.told(), now) : row);
        repeated++;
      } else if (known.filter(row -> row.alert().endedAt().isEmpty()).isPresent()) {
        rows.replaceAll(row -> row.is(notice) ? ended(row, now) : row);
        over++;
      }
    }
    return new Intake.Taken(begun, repeated, over);
  }

  private Optional<Row> find(AlertNotice notice) {
    return rows.stream().filter(row -> row.is(notice)).findFirst();
  }

  private static Alert begun(AlertNotice notice, Instant now) {
    return new Alert(
        notice.fingerprint(),
        notice.startsAt(),
        notice.labels(),
        notice.summary(),
        now,
        Optional.empty());
  }

  private static Row ended(Row row, Instant now) {
    Alert alert = row.alert();
    return new Row(
        new Told(
            row.told().seq(),
            new Alert(
                alert.fingerprint(),
                alert.startsAt(),
                alert.labels(),
                alert.summary(),
                alert.heardAt(),
                Optional.of(now))),
        row.repeatedAt());
  }

  @Override
  public synchronized List<Alert> named(String name, Instant since) {
    checkAnswering();
    return rows.stream()
        .map(Row::alert)
        .filter(alert -> alert.name().equals(name))
        .filter(alert -> alert.endedAt().filter(end -> end.isBefore(since)).isEmpty())
        .toList();
  }

  @Override
  public synchronized List<Told> list(Optional<Long> before, int limit) {
    checkAnswering();
    return rows.reversed().stream()
        .map(Row::told)
        .filter(told -> told.seq() < before.orElse(Long.MAX_VALUE))
        .limit(limit)
        .toList();
  }

  private void checkAnswering() {
    if (away) {
      throw new LedgerUnreachableException(
          "the database is away", new IllegalStateException("by the test"));
    }
  }
}
