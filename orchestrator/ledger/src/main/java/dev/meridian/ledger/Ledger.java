package dev.meridian.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Appends and reads entries of one chain per subject. Every method throws {@link
 * LedgerUnreachableException} when the database does not answer.
 */
public interface Ledger {
  /**
   * Appends an entry at the head of its subject's chain, in one transaction with whatever the
   * caller already does in one. An entry whose key exists is not written again: the first one is
   * returned. The epoch is looked at first, so that a run that was taken over never takes an old
   * intention for its own.
   *
   * @throws SupersededException when a higher epoch has already written to the subject
   * @throws IllegalArgumentException when the key belongs to another subject
   */
  LedgerEntry append(LedgerAppend append);

  /** Entries of a subject with {@code seq > after}, in order, at most {@code limit}. */
  List<LedgerEntry> read(Subject subject, long after, int limit);

  /**
   * Entries of one type in one chain.
   *
   * @param type as the entries name it
   */
  record Kind(Subject subject, String type) {}

  /** Entries of a kind with {@code seq < before}, newest first, at most {@code limit}. */
  List<LedgerEntry> newest(Kind kind, long before, int limit);

  /** The entry with this key, if it was written. */
  Optional<LedgerEntry> find(String key);

  /**
   * Reads like {@link #read}, but when there is nothing new waits up to {@code wall} time for it
   * (woken by the database, not by polling alone). A waiter holds its thread and nothing else.
   * Empty when nothing came, or when the waiting thread was interrupted.
   */
  List<LedgerEntry> await(Subject subject, long after, int limit, Duration wall);

  /** Recomputes a subject's chain from its first entry and compares it with every witness. */
  ChainReport verify(Subject subject);

  /** Every subject that has a chain, sorted by kind and id. */
  List<Subject> subjects();

  /**
   * Chains the heads that moved since the last time into the installation's chain, so that a chain
   * rewritten as a whole is found too. To be called every minute by any number of processes: each
   * minute is written once.
   *
   * @return the entry that was written, empty when no head moved or the minute is written already
   */
  Optional<LedgerEntry> chainHeads(Instant now);

  /** The newest {@code at} of all entries: a clock that was stopped goes on from here. */
  Optional<Instant> newestAt();

  /** What came of {@link #verify}. */
  sealed interface ChainReport {
    /**
     * @param entries how many; 0 for a subject without a chain
     * @param headHash of the last one, or 64 zeros
     */
    record Intact(long entries, String headHash) implements ChainReport {}

    /**
     * @param seq the first place where the chain does not hold
     * @param sentence what is wrong there
     */
    record Broken(long seq, String sentence) implements ChainReport {}
  }
}
