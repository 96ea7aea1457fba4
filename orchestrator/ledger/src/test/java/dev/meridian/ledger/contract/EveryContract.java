package dev.meridian.ledger.contract;

import dev.meridian.ledger.testing.Ports;
import org.junit.jupiter.api.Nested;

/** Every promise of every port, of one set of them. */
abstract class EveryContract {
  /** The set of this test; fresh for each. */
  abstract Ports ports();

  @Nested
  class Chains extends LedgerContract {
    @Override
    Ports ports() {
      return EveryContract.this.ports();
    }
  }

  @Nested
  class ReleaseChains extends ReleaseLedgerContract {
    @Override
    Ports ports() {
      return EveryContract.this.ports();
    }
  }

  @Nested
  class ReleaseRows extends ReleasesContract {
    @Override
    Ports ports() {
      return EveryContract.this.ports();
    }
  }

  @Nested
  class Admissions extends AdmissionContract {
    @Override
    Ports ports() {
      return EveryContract.this.ports();
    }
  }

  @Nested
  class Overlaps extends OverlapContract {
    @Override
    Ports ports() {
      return EveryContract.this.ports();
    }
  }

  @Nested
  class Waits extends WaitingContract {
    @Override
    Ports ports() {
      return EveryContract.this.ports();
    }
  }

  @Nested
  class DocumentVersions extends DocumentsContract {
    @Override
    Ports ports() {
      return EveryContract.this.ports();
    }
  }

  @Nested
  class IncidentRecords extends IncidentsContract {
    @Override
    Ports ports() {
      return EveryContract.this.ports();
    }
  }

  @Nested
  class ChangeRecords extends ChangesContract {
    @Override
    Ports ports() {
      return EveryContract.this.ports();
    }
  }

  @Nested
  class DisturbedTimes extends DisturbancesContract {
    @Override
    Ports ports() {
      return EveryContract.this.ports();
    }
  }

  @Nested
  class CommandRows extends CommandsContract {
    @Override
    Ports ports() {
      return EveryContract.this.ports();
    }
  }

  @Nested
  class ArtifactTexts extends ArtifactsContract {
    @Override
    Ports ports() {
      return EveryContract.this.ports();
    }
  }

  @Nested
  class AlertRows extends AlertsContract {
    @Override
    Ports ports() {
      return EveryContract.this.ports();
    }
  }

  @Nested
  class InstallationMarks extends InstallationContract {
    @Override
    Ports ports() {
      return EveryContract.this.ports();
    }
  }

  @Nested
  class Locks extends ResumeLockContract {
    @Override
    Ports ports() {
      return EveryContract.this.ports();
    }
  }
}
