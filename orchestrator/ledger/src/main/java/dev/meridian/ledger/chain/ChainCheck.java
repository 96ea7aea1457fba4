package dev.meridian.ledger.chain;

import dev.meridian.ledger.Ledger.ChainReport;
import dev.meridian.ledger.LedgerEntry;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Walks one chain from its first entry. It is broken where a number is missing, an entry does not
 * follow the one before it, does not have the hash of its content, or differs from what a witness
 * saw; and at its end when witnesses saw more than is there.
 */
public final class ChainCheck {
  private final SortedMap<Long, String> witnesses;
  private long last;
  private String head = Chain.GENESIS;

  /**
   * @param witnesses hashes by number, as noted elsewhere: the head row, the installation's chain
   */
  public ChainCheck(SortedMap<Long, String> witnesses) {
    this.witnesses = witnesses;
  }

  /** Number of the last entry that was looked at; 0 before the first. */
  public long last() {
    return last;
  }

  /** Looks at the next entries; empty while the chain holds. */
  public Optional<ChainReport.Broken> next(List<LedgerEntry> entries) {
    for (LedgerEntry entry : entries) {
      Optional<String> fault = fault(entry);
      if (fault.isPresent()) {
        return Optional.of(new ChainReport.Broken(last + 1, fault.get()));
      }
      last = entry.seq();
      head = entry.hash();
    }
    return Optional.empty();
  }

  /** There are no more entries. */
  public ChainReport end() {
    SortedMap<Long, String> unseen = witnesses.tailMap(last + 1);
    return unseen.isEmpty()
        ? new ChainReport.Intact(last, head)
        : new ChainReport.Broken(
            last + 1, "entries up to " + unseen.lastKey() + " were there once and are missing now");
  }

  private Optional<String> fault(LedgerEntry entry) {
    if (entry.seq() != last + 1) {
      return Optional.of("entry " + (last + 1) + " is missing: " + entry.seq() + " comes next");
    }
    if (!entry.prevHash().equals(head)) {
      return Optional.of("entry " + entry.seq() + " does not follow the one before it");
    }
    if (!entry.hash().equals(Chain.hash(entry))) {
      return Optional.of(
          "entry " + entry.seq() + " was changed: its hash is not that of its content");
    }
    if (!witnesses.getOrDefault(entry.seq(), entry.hash()).equals(entry.hash())) {
      return Optional.of("entry " + entry.seq() + " is not the one that was witnessed");
    }
    return Optional.empty();
  }
}
