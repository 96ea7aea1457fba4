package dev.meridian.ledger.postgres.chain;

import dev.meridian.ledger.Ledger.ChainReport;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.chain.ChainCheck;
import dev.meridian.ledger.postgres.LedgerTransactions;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a chain in pages and checks it. The witnesses are read first, so that entries appended
 * meanwhile are more than was witnessed, never less.
 */
final class ChainVerification {
  private static final int PAGE = 500;

  private final LedgerTransactions transactions;
  private final EntryRepository entries;
  private final HeadRepository heads;

  ChainVerification(
      LedgerTransactions transactions, EntryRepository entries, HeadRepository heads) {
    this.transactions = transactions;
    this.entries = entries;
    this.heads = heads;
  }

  ChainReport of(Subject subject) {
    ChainCheck check = new ChainCheck(transactions.read(() -> witnesses(subject)));
    while (true) {
      List<LedgerEntry> page = transactions.read(() -> page(subject, check.last()));
      Optional<ChainReport.Broken> broken = check.next(page);
      if (broken.isPresent()) {
        return broken.get();
      }
      if (page.isEmpty()) {
        return check.end();
      }
    }
  }

  private List<LedgerEntry> page(Subject subject, long after) {
    return entries.after(subject.kind(), subject.id(), after, PAGE).stream()
        .map(StoredEntry::entry)
        .toList();
  }

  /** The head row last: where the installation's chain says otherwise, the chain is believed. */
  private SortedMap<Long, String> witnesses(Subject subject) {
    SortedMap<Long, String> witnesses = new TreeMap<>();
    for (String line : entries.witnesses(subject.kind(), subject.id())) {
      int space = line.indexOf(' ');
      witnesses.put(Long.parseLong(line.substring(0, space)), line.substring(space + 1));
    }
    heads
        .find(subject.kind(), subject.id())
        .filter(head -> head.seq() > 0)
        .ifPresent(head -> witnesses.putIfAbsent(head.seq(), head.hash()));
    return witnesses;
  }
}
