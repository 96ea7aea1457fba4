package dev.meridian.ledger;

import dev.meridian.gate.alarm.Alert;
import dev.meridian.gate.alarm.AlertNotice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What other systems' alarms told us lately. An alert is known by its fingerprint and its
 * beginning, however often it is told. Every method throws {@link LedgerUnreachableException} when
 * the database does not answer.
 */
public interface Alerts {
  /** So many are kept, firing and ended together. */
  int MOST = 10_000;

  /**
   * So long is kept what has ended, and so long is believed what fires: Alertmanager repeats it
   * every 4 hours as it comes.
   */
  Duration KEPT = Duration.ofHours(24);

  /**
   * An alert that was told.
   *
   * @param seq order in which they were first told
   */
  record Told(long seq, Alert alert) {}

  /** What came of telling. */
  sealed interface Intake {
    /**
     * Everything is on record.
     *
     * @param begun alerts that were not known
     * @param repeated that were
     * @param ended that fire no longer
     */
    record Taken(int begun, int repeated, int ended) implements Intake {}

    /** Nothing was taken: as many fire as are kept. */
    record Full(int most) implements Intake {}
  }

  /**
   * Takes what was told: a new alert is kept, a known one is repeated, a resolved one has ended.
   * One that has ended does not fire again, for it would begin anew then: a notice that says so
   * came late. What ends and was never known is nothing.
   *
   * @param most that are kept, usually {@link #MOST}
   */
  Intake take(List<AlertNotice> notices, Instant now, int most);

  /** Of one name, oldest first: those that fire, and those that ended at {@code since} or later. */
  List<Alert> named(String name, Instant since);

  /** Newest first; {@code before} is a cursor: the last seq of the page before. */
  List<Told> list(Optional<Long> before, int limit);
}
