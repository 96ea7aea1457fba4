package dev.meridian.sandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A journal that forgets with its process: for tests, and for worlds that nobody will resume. */
public final class InMemoryJournal implements Journal {
  private final WorldClock clock;
  private final JournalIndex index = new JournalIndex();

  public InMemoryJournal(WorldClock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Entry append(String kind, Map<String, Object> payload) {
    Optional<Entry> newest = index.newest();
    long seq = newest.map(Entry::seq).orElse(0L) + 1;
    Instant now = clock.now();
    Instant at = newest.map(Entry::at).filter(now::isBefore).orElse(now);
    Entry entry = JournalLine.settled(new Entry(seq, at, kind, payload));
    index.add(entry);
    return entry;
  }

  @Override
  public List<Entry> entries(String kind) {
    return index.entries(kind);
  }

  @Override
  public List<Entry> after(long seq) {
    return index.after(seq);
  }
}
