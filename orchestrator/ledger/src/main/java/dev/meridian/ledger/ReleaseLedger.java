package dev.meridian.ledger;

import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The ledger of releases, in their own vocabulary: what activities and the api speak to. Every
 * method throws {@link LedgerUnreachableException} when the database does not answer.
 */
public interface ReleaseLedger {
  /** An event with its place in the release's chain. */
  record Recorded<E extends ReleaseEvent>(long seq, Instant at, E event) {}

  /**
   * Records an event once per key and projects it onto the release's row, in one transaction; a
   * later call with the same key returns the first event.
   *
   * @param actor a person, or {@code meridian}
   * @throws SupersededException when a higher epoch has written
   * @throws IllegalArgumentException when the key belongs to another release or kind of event
   */
  <E extends ReleaseEvent> Recorded<E> record(
      ReleaseId release, int epoch, String actor, Keyed<E> event);

  /**
   * An event and the key that makes it unique.
   *
   * @param key unique in the installation, for example {@code RegionAttempt.key("deployed")}
   * @param at Meridian time, truncated to microseconds
   */
  record Keyed<E extends ReleaseEvent>(String key, Instant at, E event) {
    public Keyed {
      at = at.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /**
   * Does something while nobody else can record anything about the release: what it reads of the
   * release still holds when it writes. In one transaction, rolled back by any exception.
   */
  <T> T exclusively(ReleaseId release, Supplier<T> work);

  /** The event recorded under a key, if any. */
  Optional<Recorded<ReleaseEvent>> find(String key);

  /** Every event of a release in order. */
  List<Recorded<ReleaseEvent>> history(ReleaseId release);

  /**
   * What is true of a release: the fold of its history.
   *
   * @throws IllegalArgumentException when it has none
   */
  default ReleaseState state(ReleaseId release) {
    return ReleaseState.fold(history(release).stream().map(Recorded::event).toList());
  }
}
