package dev.meridian.ledger.postgres.release;

import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.entry.ReleaseHappened;
import dev.meridian.release.admission.Admission.Behind;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Releases that start behind one that has not ended, within the transaction of the caller. */
@Singleton
final class Followers {
  private final ReleaseRepository releases;
  private final ReleaseLedger ledger;

  Followers(ReleaseRepository releases, ReleaseLedger ledger) {
    this.releases = releases;
    this.ledger = ledger;
  }

  /** The release as it starts, once the older one's history says that it does. */
  NewRelease placed(NewRelease younger, Optional<Behind> behind) {
    return behind.map(place -> placed(younger, place)).orElse(younger);
  }

  private NewRelease placed(NewRelease younger, Behind behind) {
    ReleaseRow older = releases.findById(behind.older().value()).orElseThrow().row();
    ledger.record(
        older.id(),
        older.epoch(),
        younger.started().by(),
        ReleaseHappened.follows(younger, behind));
    return younger.after(older.id());
  }
}
