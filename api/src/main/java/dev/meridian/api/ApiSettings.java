package dev.meridian.api;

import dev.meridian.ledger.postgres.LedgerDatabase;
import dev.meridian.pace.Pace;
import dev.meridian.workflow.engine.EngineAddress;
import java.time.Duration;

/**
 * What an api process is told. It always listens on loopback: as long as there is one static token
 * there is nobody else to listen to.
 *
 * @param port 0 for any free one
 * @param adminToken 16 characters or more; never logged
 * @param database where the ledger is
 * @param engine where the workflow engine is; it may be away when the api starts
 * @param pace the one clock
 * @param heartbeat wall time between two signs of life of a quiet event stream
 * @param redelivery wall time between two rounds of sending commands that nobody has taken, and of
 *     looking whose turn has come
 */
public record ApiSettings(
    int port,
    String adminToken,
    LedgerDatabase database,
    EngineAddress engine,
    Pace pace,
    Duration heartbeat,
    Duration redelivery) {
  /** Proxies cut connections that are silent for half a minute. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private static final Duration REDELIVERY = Duration.ofSeconds(2);

  /** With the usual heartbeat and redelivery. */
  public ApiSettings(
      int port, String adminToken, LedgerDatabase database, EngineAddress engine, Pace pace) {
    this(port, adminToken, database, engine, pace, HEARTBEAT, REDELIVERY);
  }

  /** Without the token: this may be logged. */
  @Override
  public String toString() {
    return "ApiSettings[port=" + port + ", database=" + database + ", engine=" + engine + "]";
  }
}
