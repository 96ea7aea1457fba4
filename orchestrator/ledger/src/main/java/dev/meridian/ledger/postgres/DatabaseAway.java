package dev.meridian.ledger.postgres;

import dev.meridian.ledger.LedgerUnreachableException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, or too busy to answer in time, from a fault of our own. */
final class DatabaseAway {
  private DatabaseAway() {}

  /** The clear fact when the database is away, otherwise the exception itself. */
  static RuntimeException explain(RuntimeException exception) {
    if (exception instanceof LedgerUnreachableException) {
      return exception;
    }
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isAway(sql.getSQLState())) {
        return new LedgerUnreachableException(
            "the database does not answer: " + sql.getMessage(), exception);
      }
    }
    return exception;
  }

  /** At a start even a database that answers but does not let us in cannot be used. */
  static RuntimeException atStart(RuntimeException exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return new LedgerUnreachableException(
            "the database cannot be used: " + sql.getMessage(), exception);
      }
    }
    return exception;
  }

  /** As a fact for code that speaks to JDBC itself. */
  static LedgerUnreachableException fact(SQLException exception) {
    return new LedgerUnreachableException(
        "the database does not answer: " + exception.getMessage(), exception);
  }

  /**
   * By SQLSTATE: 08 connection, 53 no resources left, 57P shut down or starting, 57014 and 55P03 a
   * limit of time, 25006 a standby that took writes before, 40 chosen as the victim of a deadlock.
   * The pool's own refusals have none.
   */
  private static boolean isAway(@Nullable String state) {
    return state == null
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P")
        || state.startsWith("40")
        || state.equals("57014")
        || state.equals("55P03")
        || state.equals("25006");
  }
}
