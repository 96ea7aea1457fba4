package dev.meridian.ledger.postgres.chain;

import dev.meridian.ledger.LedgerAppend;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.SupersededException;
import dev.meridian.ledger.chain.Chain;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Appends at the head of a chain, within the transaction of the caller. */
@Singleton
public final class ChainWriter {
  private final HeadRepository heads;
  private final EntryRepository entries;

  ChainWriter(HeadRepository heads, EntryRepository entries) {
    this.heads = heads;
    this.entries = entries;
  }

  /** What came of an append. */
  public sealed interface Appended {
    LedgerEntry entry();

    record Written(LedgerEntry entry) implements Appended {}

    /** The key was there: nothing was written. */
    record Repeated(LedgerEntry entry) implements Appended {}
  }

  /** Until commit nobody else appends to the subject. */
  public void lock(Subject subject) {
    head(subject);
  }

  /** From now on no writer of a lower epoch can append. */
  public void raiseEpoch(Subject subject, int epoch) {
    heads.raise(subject.kind(), subject.id(), epoch);
  }

  /**
   * The fence comes before the key: a run that was taken over must not take an old intention for
   * permission.
   *
   * @throws SupersededException when a higher epoch has already written to the subject
   * @throws IllegalArgumentException when the key belongs to another subject
   */
  public Appended append(LedgerAppend append) {
    Subject subject = append.subject();
    StoredHead head = head(subject);
    if (append.epoch() != 0 && append.epoch() < head.epoch()) {
      throw new SupersededException(subject, append.epoch(), head.epoch());
    }
    raiseEpoch(subject, append.epoch());
    return repeated(append).orElseGet(() -> write(append, head));
  }

  private Optional<Appended> repeated(LedgerAppend append) {
    Optional<LedgerEntry> first = entries.findByKey(append.key()).map(StoredEntry::entry);
    if (first.isPresent() && !first.get().subject().equals(append.subject())) {
      throw new IllegalArgumentException(
          "key " + append.key() + " belongs to " + first.get().subject());
    }
    return first.map(Appended.Repeated::new);
  }

  private Appended write(LedgerAppend append, StoredHead head) {
    LedgerEntry entry = Chain.seal(append, head.seq() + 1, head.hash());
    entries.save(StoredEntry.of(entry));
    heads.advance(head.subjectKind(), head.subjectId(), entry.seq(), entry.hash());
    return new Appended.Written(entry);
  }

  private StoredHead head(Subject subject) {
    return heads
        .lock(subject.kind(), subject.id())
        .orElseGet(() -> {
          heads.begin(subject.kind(), subject.id(), Chain.GENESIS);
          return heads.lock(subject.kind(), subject.id()).orElseThrow();
        });
  }
}
