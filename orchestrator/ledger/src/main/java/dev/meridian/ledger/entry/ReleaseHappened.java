package dev.meridian.ledger.entry;

import dev.meridian.ledger.LedgerAppend;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.json.ReleaseEventJson;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseEvent.ReleaseStarted;
import dev.meridian.release.ReleaseEvent.ReleaseWaits;
import dev.meridian.release.ReleaseEvent.YoungerStarted;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.admission.Admission.Behind;
import java.util.Optional;

/** An event of a release, as an entry of its chain and back. */
public final class ReleaseHappened {
  private ReleaseHappened() {}

  /** The first entry of a release that need not wait: epoch 1, written by whoever asked for it. */
  public static LedgerAppend started(NewRelease release) {
    return entry(release.id(), 1, release.started().by(), start(release));
  }

  /** The start itself, under the key that makes it happen once. */
  public static Keyed<ReleaseStarted> start(NewRelease release) {
    return new Keyed<>("release/" + release.id() + "/started", release.at(), release.started());
  }

  /** What the older release's history says about one that starts behind it. */
  public static Keyed<YoungerStarted> follows(NewRelease younger, Behind behind) {
    return new Keyed<>(
        "release/" + behind.older() + "/younger/" + younger.id(),
        younger.at(),
        new YoungerStarted(
            younger.id(), behind.shared(), "this one has passed canary: that one may use it"));
  }

  /** The first entry of a release that has to wait: epoch 1, written by whoever asked for it. */
  public static LedgerAppend waits(NewRelease release, ReleaseWaits wish) {
    return entry(
        release.id(),
        1,
        wish.by(),
        new Keyed<>("release/" + release.id() + "/waits", release.at(), wish));
  }

  /** The entry of an event. */
  public static LedgerAppend entry(
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

  /** The event that an entry holds. */
  public static Recorded<ReleaseEvent> recorded(LedgerEntry entry) {
    return new Recorded<>(entry.seq(), entry.at(), ReleaseEventJson.read(entry.payload()));
  }

  /**
   * The event that an entry holds, as one of the kind of {@code event}.
   *
   * @throws IllegalArgumentException when the key was used for another kind of event
   */
  @SuppressWarnings("unchecked") // the classes are compared just before
  public static <E extends ReleaseEvent> Recorded<E> recordedAs(Keyed<E> event, LedgerEntry entry) {
    Recorded<ReleaseEvent> recorded = recorded(entry);
    if (!recorded.event().getClass().equals(event.event().getClass())) {
      throw new IllegalArgumentException(
          "key " + event.key() + " belongs to an event of kind " + entry.type());
    }
    return new Recorded<>(recorded.seq(), recorded.at(), (E) recorded.event());
  }
}
