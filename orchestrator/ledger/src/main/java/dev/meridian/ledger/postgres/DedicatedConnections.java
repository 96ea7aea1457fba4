package dev.meridian.ledger.postgres;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Connections outside the pool, for what lives as long as its session: listening, and a lock. A
 * pooled one could be handed to somebody else with the lock still on it.
 */
@Singleton
public final class DedicatedConnections {
  private final DatasourceConfiguration configuration;

  DedicatedConnections(@Named("default") DatasourceConfiguration configuration) {
    this.configuration = configuration;
  }

  /** A new connection of the caller's own, in auto-commit. */
  public Connection open() throws SQLException {
    return DriverManager.getConnection(
        configuration.getUrl(), configuration.getUsername(), configuration.getPassword());
  }
}
