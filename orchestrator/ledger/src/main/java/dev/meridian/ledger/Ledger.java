package dev.meridian.ledger;

import java.util.List;
import java.util.Optional;

/** Appends and reads entries of one chain per subject. */
public interface Ledger {
  /**
   * Appends an entry at the head of its subject's chain, in one transaction with whatever the
   * caller already does in one. An entry whose key exists is not written again: the first one is
   * returned.
   *
   * @throws SupersededException when a higher epoch has already written to the subject
   */
  LedgerEntry append(LedgerAppend append);

  /** Entries of a subject with {@code seq > after}, in order, at most {@code limit}. */
  List<LedgerEntry> read(Subject subject, long after, int limit);

  /** The entry with this key, if it was written. */
  Optional<LedgerEntry> find(String key);

  /**
   * Reads like {@link #read}, but when there is nothing new waits up to {@code wall} for it (woken
   * by the database, not by polling alone). Empty when nothing came.
   */
  List<LedgerEntry> await(Subject subject, long after, int limit, java.time.Duration wall);

  /** Recomputes a subject's chain from its first entry. */
  ChainReport verify(Subject subject);

  /** What came of {@link #verify}. */
  sealed interface ChainReport {
    record Intact(long entries, String headHash) implements ChainReport {}

    record Broken(long seq, String sentence) implements ChainReport {}
  }
}
