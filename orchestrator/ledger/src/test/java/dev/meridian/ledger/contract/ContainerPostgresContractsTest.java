package dev.meridian.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.ledger.postgres.LedgerDatabase;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.ledger.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * PostgreSQL as it is run elsewhere, in a container. Without Docker these tests are reported as
 * skipped, with that reason; the same ones always run against the embedded server.
 */
@Testcontainers(disabledWithoutDocker = true)
class ContainerPostgresContractsTest extends EveryContract {
  @Container
  private static final PostgreSQLContainer SERVER = new PostgreSQLContainer("postgres:18-alpine");

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final ApplicationContext context = TestDatabase.context(freshDatabase());
  private final Ports ports = Ports.of(context);

  private static LedgerDatabase freshDatabase() {
    String name = "test_" + NUMBER.incrementAndGet();
    try (Connection connection = SERVER.createConnection("");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    String url = SERVER.getJdbcUrl();
    return new LedgerDatabase(
        url.substring(0, url.lastIndexOf('/') + 1) + name,
        SERVER.getUsername(),
        SERVER.getPassword(),
        4);
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Override
  Ports ports() {
    return ports;
  }

  /** Also what a report names when all of this is skipped. */
  @Test
  void server_inItsContainer_takesTheWholeSchema() {
    assertThat(ports.ledger().subjects()).isEmpty();
    assertThat(ports.installation().sandbox()).isFalse();
  }
}
