package dev.meridian.ledger.testing;

import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.entry.ReleaseHappened;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Records events in memory, through JSON and back, as the real one does. */
public final class InMemoryReleaseLedger implements ReleaseLedger {
  private final InMemoryLedger ledger;
  private final InMemoryReleases releases;

  /** On a ledger of its own. */
  public InMemoryReleaseLedger() {
    this(new InMemoryLedger());
  }

  private InMemoryReleaseLedger(InMemoryLedger ledger) {
    this(ledger, new InMemoryReleases(ledger));
  }

  public InMemoryReleaseLedger(InMemoryLedger ledger, InMemoryReleases releases) {
    this.ledger = ledger;
    this.releases = releases;
  }

  @Override
  public <E extends ReleaseEvent> Recorded<E> record(
      ReleaseId release, int epoch, String actor, Keyed<E> event) {
    synchronized (ledger) {
      boolean repeated = ledger.find(event.key()).isPresent();
      LedgerEntry entry = ledger.append(ReleaseHappened.entry(release, epoch, actor, event));
      if (!repeated) {
        releases.project(release, ReleaseHappened.recorded(entry));
      }
      return ReleaseHappened.recordedAs(event, entry);
    }
  }

  @Override
  public <T> T exclusively(ReleaseId release, Supplier<T> work) {
    synchronized (ledger) {
      return work.get();
    }
  }

  @Override
  public Optional<Recorded<ReleaseEvent>> find(String key) {
    return ledger.find(key).map(ReleaseHappened::recorded);
  }

  @Override
  public List<Recorded<ReleaseEvent>> history(ReleaseId release) {
    return ledger.read(Subject.release(release), 0, Integer.MAX_VALUE).stream()
        .map(ReleaseHappened::recorded)
        .toList();
  }
}
