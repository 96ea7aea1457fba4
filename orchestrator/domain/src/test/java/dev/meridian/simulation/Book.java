package dev.meridian.simulation;

import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** The ledger of one release: keys make a second writing the first one, epochs refuse the past. */
final class Book {
  /** A run of an older epoch tried to write: it ends. */
  static final class Superseded extends RuntimeException {
    private static final long serialVersionUID = 1;

    Superseded() {
      super("a newer run has taken over", null, false, false);
    }
  }

  /** The process was killed right after it had written an entry. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Killed() {
      super("killed", null, false, false);
    }
  }

  /** One entry. */
  record Entry(long seq, String key, ReleaseEvent event) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Entry> byKey = new TreeMap<>();
  private final List<Runnable> readers = new ArrayList<>();
  private final Laws laws;
  private final LongSupplier numbers;
  private ReleaseState folded;
  private int epoch = 1;
  private long lastBeforeKill;

  /**
   * @param numbers of the entries
   */
  Book(ReleaseEvent.ReleaseStarted started, Laws laws, LongSupplier numbers) {
    this.laws = laws;
    this.numbers = numbers;
    this.folded = ReleaseState.of(started);
    append("started", started);
  }

  /** The process dies when so many entries are written. */
  void killAfter(long count) {
    lastBeforeKill = count;
  }

  /** Told after every entry from now on. */
  void readBy(Runnable reader) {
    readers.add(reader);
  }

  int epoch() {
    return epoch;
  }

  /** A new run begins: older ones may not write any more. */
  int raiseEpoch() {
    return ++epoch;
  }

  /** Writes, or finds what was written under this key before. */
  Entry record(int writer, String key, ReleaseEvent event) {
    if (writer < epoch) {
      throw new Superseded();
    }
    Entry known = byKey.get(key);
    return known == null ? append(key, event) : known;
  }

  Optional<Entry> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The fold of everything that is written. */
  ReleaseState state() {
    return folded;
  }

  /** How many entries there are. */
  int written() {
    return entries.size();
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  private Entry append(String key, ReleaseEvent event) {
    Entry entry = new Entry(numbers.getAsLong(), key, event);
    entries.add(entry);
    byKey.put(key, entry);
    folded = folded.after(event);
    laws.recorded(event);
    readers.forEach(Runnable::run);
    if (entries.size() == lastBeforeKill) {
      throw new Killed();
    }
    return entry;
  }
}
