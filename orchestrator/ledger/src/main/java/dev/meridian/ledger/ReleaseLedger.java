package dev.meridian.ledger;

import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import java.util.List;
import java.util.Optional;

/** The ledger of releases, in their own vocabulary: what activities and the api speak to. */
public interface ReleaseLedger {
  /** An event with its place in the release's chain. */
  record Recorded<E extends ReleaseEvent>(long seq, java.time.Instant at, E event) {}

  /**
   * Records an event once per key; a later call with the same key returns the first event.
   *
   * @param actor a person, or {@code meridian}
   * @throws SupersededException when a higher epoch has written
   */
  <E extends ReleaseEvent> Recorded<E> record(
      ReleaseId release, int epoch, String actor, Keyed<E> event);

  /** An event and the key that makes it unique. */
  record Keyed<E extends ReleaseEvent>(String key, E event) {}

  /** The event recorded under a key, if any. */
  Optional<Recorded<ReleaseEvent>> find(String key);

  /** Every event of a release in order. */
  List<Recorded<ReleaseEvent>> history(ReleaseId release);
}
