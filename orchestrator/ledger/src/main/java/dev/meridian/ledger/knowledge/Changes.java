package dev.meridian.ledger.knowledge;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.meridian.gate.change.OutsideChange;
import dev.meridian.ledger.Ledger;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.Releases.IdempotencyKey;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.json.MeridianJson;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What else changed in the world, in a chain of its own: it concerns regions, whichever services
 * run there. Every method throws {@link dev.meridian.ledger.LedgerUnreachableException} when the
 * database does not answer.
 */
@Singleton
public final class Changes {
  private static final TypeReference<Content> CONTENT = new TypeReference<>() {};

  private final NoteBook book;

  public Changes(Ledger ledger) {
    this.book = new NoteBook(ledger, "change-recorded");
  }

  /** A change to note, already validated. */
  public record NewChange(OutsideChange change, String actor, Instant at) {}

  private record Content(OutsideChange change) {}

  /** Notes a change. */
  public Noted<RecordedChange> add(NewChange change, IdempotencyKey key) {
    return book.add(
            new NoteBook.Note(
                Subject.CHANGES,
                MeridianJson.tree(new Content(change.change())),
                change.actor(),
                change.at()),
            key)
        .map(Changes::recorded);
  }

  /** What {@link #add} answered under this key; empty when nothing was noted under it. */
  public Optional<Noted<RecordedChange>> answered(IdempotencyKey key) {
    return book.answered(Subject.CHANGES, key).map(noted -> noted.map(Changes::recorded));
  }

  /** Newest first; {@code before} is a cursor: the last seq of the page before. */
  public List<RecordedChange> list(Optional<Long> before, int limit) {
    return book.newest(Subject.CHANGES, before, limit).stream().map(Changes::recorded).toList();
  }

  private static RecordedChange recorded(LedgerEntry entry) {
    return new RecordedChange(
        entry.seq(),
        MeridianJson.read(entry.payload(), CONTENT).change(),
        entry.actor(),
        entry.at());
  }
}
