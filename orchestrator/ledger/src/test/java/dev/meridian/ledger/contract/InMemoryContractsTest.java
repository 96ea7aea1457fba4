package dev.meridian.ledger.contract;

import dev.meridian.ledger.testing.Ports;
import org.junit.jupiter.api.Nested;

/** The ports in memory keep every promise of the real ones. */
class InMemoryContractsTest {
  private final Ports ports = Ports.inMemory();

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
