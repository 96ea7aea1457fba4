package dev.meridian.ledger.postgres.chain;

import dev.meridian.ledger.Ledger;
import dev.meridian.ledger.LedgerAppend;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.chain.HeadWitness;
import dev.meridian.ledger.postgres.LedgerTransactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Chains in the tables {@code ledger_head} and {@code ledger_entry}. */
@Singleton
final class PostgresLedger implements Ledger {
  /** Heads in one entry of the installation's chain; the rest follow in the next minute. */
  private static final int HEADS_AT_ONCE = 1_000;

  private final LedgerTransactions transactions;
  private final ChainWriter writer;
  private final EntryRepository entries;
  private final HeadRepository heads;
  private final EntrySignals signals;

  PostgresLedger(
      LedgerTransactions transactions,
      ChainWriter writer,
      EntryRepository entries,
      HeadRepository heads,
      EntrySignals signals) {
    this.transactions = transactions;
    this.writer = writer;
    this.entries = entries;
    this.heads = heads;
    this.signals = signals;
  }

  @Override
  public LedgerEntry append(LedgerAppend append) {
    return transactions.write(() -> writer.append(append).entry());
  }

  @Override
  public List<LedgerEntry> read(Subject subject, long after, int limit) {
    return transactions.read(() ->
        entries.after(subject.kind(), subject.id(), after, limit).stream()
            .map(StoredEntry::entry)
            .toList());
  }

  @Override
  public List<LedgerEntry> newest(Kind kind, long before, int limit) {
    String subject = kind.subject().toString();
    return transactions.read(() ->
        entries.newest(subject, kind.type(), before, limit).stream()
            .map(StoredEntry::entry)
            .toList());
  }

  @Override
  public Optional<LedgerEntry> find(String key) {
    return transactions.read(() -> entries.findByKey(key).map(StoredEntry::entry));
  }

  @Override
  public List<LedgerEntry> await(Subject subject, long after, int limit, Duration wall) {
    long deadline = System.nanoTime() + wall.toNanos();
    try (Waiter waiter = signals.waiter(subject)) {
      List<LedgerEntry> found = read(subject, after, limit);
      while (found.isEmpty()) {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (!left.isPositive()) {
          return List.of();
        }
        Duration patience = signals.patience();
        waiter.sleep(left.compareTo(patience) < 0 ? left : patience);
        found = read(subject, after, limit);
      }
      return found;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  @Override
  public ChainReport verify(Subject subject) {
    return new ChainVerification(transactions, entries, heads).of(subject);
  }

  @Override
  public List<Subject> subjects() {
    return transactions.read(() -> heads.all().stream().map(StoredHead::subject).toList());
  }

  @Override
  public Optional<LedgerEntry> chainHeads(Instant now) {
    return transactions.write(() -> {
      writer.lock(Subject.INSTALLATION);
      return entries.findByKey(HeadWitness.key(now)).isPresent()
          ? Optional.empty()
          : chain(heads.moved(HEADS_AT_ONCE), now);
    });
  }

  private Optional<LedgerEntry> chain(List<StoredHead> moved, Instant now) {
    if (moved.isEmpty()) {
      return Optional.empty();
    }
    moved.forEach(head -> heads.chained(head.subjectKind(), head.subjectId(), head.seq()));
    List<HeadWitness> witnesses = moved.stream().map(StoredHead::witness).toList();
    return Optional.of(writer.append(HeadWitness.append(witnesses, now)).entry());
  }

  @Override
  public Optional<Instant> newestAt() {
    return transactions.read(entries::newestAt);
  }
}
