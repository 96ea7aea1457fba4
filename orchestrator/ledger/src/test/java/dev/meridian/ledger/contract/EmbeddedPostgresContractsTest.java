package dev.meridian.ledger.contract;

import dev.meridian.ledger.testing.Ports;
import dev.meridian.ledger.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** PostgreSQL, embedded: a database of its own for each test. */
class EmbeddedPostgresContractsTest {
  private final TestDatabase database = TestDatabase.create();
  private final ApplicationContext context = database.context();
  private final Ports ports = Ports.of(context);

  @AfterEach
  void close() {
    context.close();
    database.close();
  }

  @Nested
  class Chains extends LedgerContract {
    @Override
    Ports ports() {
      return ports;
    }
  }

  @Nested
  class ReleaseChains extends ReleaseLedgerContract {
    @Override
    Ports ports() {
      return ports;
    }
  }

  @Nested
  class ReleaseRows extends ReleasesContract {
    @Override
    Ports ports() {
      return ports;
    }
  }

  @Nested
  class DocumentVersions extends DocumentsContract {
    @Override
    Ports ports() {
      return ports;
    }
  }

  @Nested
  class CommandRows extends CommandsContract {
    @Override
    Ports ports() {
      return ports;
    }
  }

  @Nested
  class ArtifactTexts extends ArtifactsContract {
    @Override
    Ports ports() {
      return ports;
    }
  }

  @Nested
  class InstallationMarks extends InstallationContract {
    @Override
    Ports ports() {
      return ports;
    }
  }

  @Nested
  class Locks extends ResumeLockContract {
    @Override
    Ports ports() {
      return ports;
    }
  }
}
