package dev.meridian.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What has been journaled so far, by kind. */
final class JournalIndex {
  private final Map<String, List<Journal.Entry>> byKind = new TreeMap<>();
  private final List<Journal.Entry> all = new ArrayList<>();

  synchronized void add(Journal.Entry entry) {
    byKind.computeIfAbsent(entry.kind(), _ -> new ArrayList<>()).add(entry);
    all.add(entry);
  }

  synchronized List<Journal.Entry> entries(String kind) {
    return List.copyOf(byKind.getOrDefault(kind, List.of()));
  }

  /** Numbers begin at 1 and have no gap. */
  synchronized List<Journal.Entry> after(long seq) {
    return seq >= all.size()
        ? List.of()
        : List.copyOf(all.subList(Math.toIntExact(seq), all.size()));
  }

  synchronized Optional<Journal.Entry> newest() {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }
}
