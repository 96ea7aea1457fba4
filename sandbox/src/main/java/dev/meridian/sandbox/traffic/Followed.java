package dev.meridian.sandbox.traffic;

import dev.meridian.sandbox.world.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Something that changes at known instants, followed up to now.
 *
 * <p>An entry of the journal may change anything from its instant on, and that instant may lie a
 * moment before what was already read, because an entry is forced to disk before it can be seen.
 * Hence whatever an entry may have changed is read again, until the entry is old enough for
 * everybody to have taken notice; {@link #refresh} tells from when on the past looks different.
 */
final class Followed<S> {
  private static final long NOTICED_NANOS = Duration.ofSeconds(2).toNanos();

  /** From this instant on it is so. */
  record Step<S>(long at, S state) {}

  /** What is followed. */
  interface Source<S> {
    /** Instants from and to these, both included, at which it changes; ascending. */
    List<Instant> changes(Instant from, Instant to);

    S at(Instant when);
  }

  private final Source<S> source;
  private final Journal journal;
  private final List<Step<S>> steps = new ArrayList<>();
  private long through;
  private long seen;
  private long unsettled;
  private long noticed = System.nanoTime();

  Followed(Source<S> source, Journal journal, Instant begins) {
    this.source = source;
    this.journal = journal;
    this.through = begins.toEpochMilli();
    this.unsettled = through;
    steps.add(new Step<>(through, source.at(begins)));
  }

  /** Reads what is new; answers the first instant from which on it is not as it was known. */
  OptionalLong refresh(long now) {
    List<Journal.Entry> news = journal.after(seen);
    if (!news.isEmpty()) {
      seen = news.getLast().seq();
      unsettled = Math.min(unsettled, news.getFirst().at().toEpochMilli());
      noticed = System.nanoTime();
    }
    long from = Math.max(steps.getFirst().at() + 1, Math.min(unsettled, through));
    if (from > now) {
      return OptionalLong.empty();
    }
    OptionalLong different = replace(from, read(from, now));
    through = now;
    if (System.nanoTime() - noticed > NOTICED_NANOS) {
      unsettled = Long.MAX_VALUE;
    }
    return different;
  }

  /** The state at an instant, the first one if earlier. */
  S at(long instant) {
    return steps.get(index(instant)).state();
  }

  /**
   * The steps that matter between two instants, the first of them begins at or before {@code from}.
   */
  List<Step<S>> between(long from, long to) {
    return steps.subList(index(from), index(to) + 1);
  }

  List<Step<S>> all() {
    return List.copyOf(steps);
  }

  private List<Step<S>> read(long from, long now) {
    List<Step<S>> read = new ArrayList<>();
    for (Instant change : source.changes(Instant.ofEpochMilli(from), Instant.ofEpochMilli(now))) {
      long at = change.toEpochMilli();
      if (!read.isEmpty() && read.getLast().at() == at) {
        read.removeLast();
      }
      read.add(new Step<>(at, source.at(change)));
    }
    return read;
  }

  private OptionalLong replace(long from, List<Step<S>> fresh) {
    int first = steps.size();
    while (steps.get(first - 1).at() >= from) {
      first--;
    }
    List<Step<S>> known = steps.subList(first, steps.size());
    int same = 0;
    while (same < Math.min(known.size(), fresh.size()) && known.get(same).equals(fresh.get(same))) {
      same++;
    }
    if (same == known.size() && same == fresh.size()) {
      return OptionalLong.empty();
    }
    long different = Long.MAX_VALUE;
    if (same < known.size()) {
      different = known.get(same).at();
    }
    if (same < fresh.size()) {
      different = Math.min(different, fresh.get(same).at());
    }
    known.subList(same, known.size()).clear();
    steps.addAll(fresh.subList(same, fresh.size()));
    return OptionalLong.of(different);
  }

  private int index(long instant) {
    int low = 0;
    int high = steps.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (steps.get(middle).at() <= instant) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
