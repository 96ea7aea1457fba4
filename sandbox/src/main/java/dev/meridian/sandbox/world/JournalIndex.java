package dev.meridian.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What has been journaled so far, by kind. */
final class JournalIndex {
  private final Map<String, List<Journal.Entry>> byKind = new ConcurrentHashMap<>();
  private volatile Optional<Journal.Entry> newest = Optional.empty();

  synchronized void add(Journal.Entry entry) {
    byKind.computeIfAbsent(entry.kind(), _ -> new ArrayList<>()).add(entry);
    newest = Optional.of(entry);
  }

  synchronized List<Journal.Entry> entries(String kind) {
    return List.copyOf(byKind.getOrDefault(kind, List.of()));
  }

  Optional<Journal.Entry> newest() {
    return newest;
  }
}
