package dev.meridian.ledger.contract;

import dev.meridian.ledger.testing.Ports;
import dev.meridian.ledger.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterEach;

/** PostgreSQL, embedded: a database of its own for each test. */
class EmbeddedPostgresContractsTest extends EveryContract {
  private final TestDatabase database = TestDatabase.create();
  private final ApplicationContext context = database.context();
  private final Ports ports = Ports.of(context);

  @AfterEach
  void close() {
    context.close();
    database.close();
  }

  @Override
  Ports ports() {
    return ports;
  }
}
