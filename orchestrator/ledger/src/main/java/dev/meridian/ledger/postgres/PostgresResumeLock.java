package dev.meridian.ledger.postgres;

import dev.meridian.ledger.ResumeLock;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * An advisory lock of a session of its own. PostgreSQL frees it when the session ends, however its
 * process dies; keep-alives end the session of a machine that is gone within half a minute.
 */
@Singleton
final class PostgresResumeLock implements ResumeLock {
  /** "Meridian" in ASCII: the number of this lock within the database. */
  private static final long NUMBER = 0x4D65_7269_6469_616EL;

  private final DedicatedConnections connections;

  PostgresResumeLock(DedicatedConnections connections) {
    this.connections = connections;
  }

  @Override
  public Optional<Held> tryAcquire() {
    try {
      Connection connection = connections.open();
      if (answersTrue(connection, "select pg_try_advisory_lock(" + NUMBER + ")")) {
        return Optional.of(new InHand(connection));
      }
      connection.close();
      return Optional.empty();
    } catch (SQLException e) {
      throw DatabaseAway.fact(e);
    }
  }

  private static boolean answersTrue(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      return answer.next() && answer.getBoolean(1);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private record InHand(Connection connection) implements Held {
    /** The lock lives exactly as long as the session. */
    @Override
    public boolean stillHeld() {
      try {
        return answersTrue(connection, "select true");
      } catch (SQLException e) {
        return false;
      }
    }

    /** Given back in words: a busy server takes a moment to see that a session has gone. */
    @Override
    public void close() {
      try (connection) {
        if (!connection.isClosed()) {
          answersTrue(connection, "select pg_advisory_unlock(" + NUMBER + ")");
        }
      } catch (SQLException e) {
        // The session is gone, and the lock with it.
      }
    }
  }
}
