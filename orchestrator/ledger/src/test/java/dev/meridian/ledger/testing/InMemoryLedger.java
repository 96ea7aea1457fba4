package dev.meridian.ledger.testing;

import dev.meridian.ledger.Ledger;
import dev.meridian.ledger.LedgerAppend;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.SupersededException;
import dev.meridian.ledger.chain.Chain;
import dev.meridian.ledger.chain.ChainCheck;
import dev.meridian.ledger.chain.HeadWitness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Chains in memory, with real hashes. Its monitor is the transaction of everything beside it. */
public final class InMemoryLedger implements Ledger {
  private static final Comparator<Subject> BY_NAME =
      Comparator.comparing(Subject::kind).thenComparing(Subject::id);

  private final TreeMap<Subject, List<LedgerEntry>> chains = new TreeMap<>(BY_NAME);
  private final Map<String, LedgerEntry> byKey = new HashMap<>();
  private final Map<Subject, Integer> epochs = new HashMap<>();
  private final TreeMap<Subject, HeadWitness> witnessed = new TreeMap<>(BY_NAME);

  @Override
  public synchronized LedgerEntry append(LedgerAppend append) {
    int current = epochs.getOrDefault(append.subject(), 0);
    if (append.epoch() != 0 && append.epoch() < current) {
      throw new SupersededException(append.subject(), append.epoch(), current);
    }
    epochs.merge(append.subject(), append.epoch(), Math::max);
    LedgerEntry first = byKey.get(append.key());
    if (first != null) {
      if (!first.subject().equals(append.subject())) {
        throw new IllegalArgumentException(
            "key " + append.key() + " belongs to " + first.subject());
      }
      return first;
    }
    List<LedgerEntry> chain = chains.computeIfAbsent(append.subject(), s -> new ArrayList<>());
    String head = chain.isEmpty() ? Chain.GENESIS : chain.getLast().hash();
    LedgerEntry entry = Chain.seal(append, chain.size() + 1L, head);
    chain.add(entry);
    byKey.put(entry.key(), entry);
    notifyAll();
    return entry;
  }

  synchronized void raiseEpoch(Subject subject, int epoch) {
    epochs.merge(subject, epoch, Math::max);
  }

  @Override
  public synchronized List<LedgerEntry> read(Subject subject, long after, int limit) {
    return chains.getOrDefault(subject, List.of()).stream()
        .filter(entry -> entry.seq() > after)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<LedgerEntry> newest(Kind kind, long before, int limit) {
    return chains.getOrDefault(kind.subject(), List.of()).reversed().stream()
        .filter(entry -> entry.type().equals(kind.type()) && entry.seq() < before)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<LedgerEntry> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  @Override
  public synchronized List<LedgerEntry> await(
      Subject subject, long after, int limit, Duration wall) {
    long deadline = System.nanoTime() + wall.toNanos();
    List<LedgerEntry> found = read(subject, after, limit);
    while (found.isEmpty()) {
      long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (left <= 0) {
        return List.of();
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return List.of();
      }
      found = read(subject, after, limit);
    }
    return found;
  }

  @Override
  public synchronized ChainReport verify(Subject subject) {
    TreeMap<Long, String> witnesses = new TreeMap<>();
    Optional.ofNullable(witnessed.get(subject)).ifPresent(w -> witnesses.put(w.seq(), w.hash()));
    ChainCheck check = new ChainCheck(witnesses);
    return check
        .next(read(subject, 0, Integer.MAX_VALUE))
        .<ChainReport>map(broken -> broken)
        .orElseGet(check::end);
  }

  @Override
  public synchronized List<Subject> subjects() {
    return List.copyOf(chains.keySet());
  }

  @Override
  public synchronized Optional<LedgerEntry> chainHeads(Instant now) {
    List<HeadWitness> moved =
        chains.values().stream()
            .map(List::getLast)
            .map(head -> new HeadWitness(head.subject(), head.seq(), head.hash()))
            .filter(head -> !head.subject().equals(Subject.INSTALLATION))
            .filter(head -> !head.equals(witnessed.get(head.subject())))
            .toList();
    if (moved.isEmpty() || byKey.containsKey(HeadWitness.key(now))) {
      return Optional.empty();
    }
    moved.forEach(head -> witnessed.put(head.subject(), head));
    return Optional.of(append(HeadWitness.append(moved, now)));
  }

  @Override
  public synchronized Optional<Instant> newestAt() {
    return byKey.values().stream().map(LedgerEntry::at).max(Comparator.naturalOrder());
  }
}
