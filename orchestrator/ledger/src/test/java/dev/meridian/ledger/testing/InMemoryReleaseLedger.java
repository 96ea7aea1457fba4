package dev.meridian.ledger.testing;

import dev.meridian.ledger.LedgerAppend;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.json.ReleaseEventJson;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import java.util.List;
import java.util.Optional;

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
      LedgerEntry entry = ledger.append(entryOf(release, epoch, actor, event));
      Recorded<ReleaseEvent> recorded = recorded(entry);
      if (!repeated) {
        releases.project(release, recorded);
      }
      return same(recorded, event);
    }
  }

  static LedgerAppend entryOf(
      ReleaseId release, int epoch, String actor, Keyed<? extends ReleaseEvent> event) {
    return new LedgerAppend(
        Subject.release(release),
        epoch,
        ReleaseEventJson.kind(event.event()),
        ReleaseEventJson.TYPE_VERSION,
        event.at(),
        actor,
        Optional.empty(),
        event.key(),
        ReleaseEventJson.tree(event.event()));
  }

  @SuppressWarnings("unchecked") // the classes are compared just before
  private static <E extends ReleaseEvent> Recorded<E> same(
      Recorded<ReleaseEvent> recorded, Keyed<E> event) {
    if (!recorded.event().getClass().equals(event.event().getClass())) {
      throw new IllegalArgumentException("key " + event.key() + " belongs to " + recorded.event());
    }
    return new Recorded<>(recorded.seq(), recorded.at(), (E) recorded.event());
  }

  @Override
  public Optional<Recorded<ReleaseEvent>> find(String key) {
    return ledger.find(key).map(InMemoryReleaseLedger::recorded);
  }

  @Override
  public List<Recorded<ReleaseEvent>> history(ReleaseId release) {
    return ledger.read(Subject.release(release), 0, Integer.MAX_VALUE).stream()
        .map(InMemoryReleaseLedger::recorded)
        .toList();
  }

  private static Recorded<ReleaseEvent> recorded(LedgerEntry entry) {
    return new Recorded<>(entry.seq(), entry.at(), ReleaseEventJson.read(entry.payload()));
  }
}
