package dev.meridian.sandbox.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A time during which something was there without a break: a revision label, or one of its pods.
 *
 * @param from when it came
 * @param to when it was gone; {@link Long#MAX_VALUE} while it is there
 */
record Life(long from, long to) {
  boolean at(long instant) {
    return instant >= from && instant < to;
  }

  /** The life that holds an instant. Lives are in order. */
  static Optional<Life> at(List<Life> lives, long instant) {
    for (int i = lives.size() - 1; i >= 0; i--) {
      if (lives.get(i).at(instant)) {
        return Optional.of(lives.get(i));
      }
    }
    return Optional.empty();
  }

  /** The lives of everything that is ever there, in order. */
  static <S, K extends Comparable<K>> SortedMap<K, List<Life>> of(
      List<Followed.Step<S>> steps, Function<S, SortedSet<K>> there) {
    SortedMap<K, List<Life>> lives = new TreeMap<>();
    SortedMap<K, Long> open = new TreeMap<>();
    for (Followed.Step<S> step : steps) {
      SortedSet<K> present = there.apply(step.state());
      for (Map.Entry<K, Long> each : open.entrySet()) {
        if (!present.contains(each.getKey())) {
          Life life = new Life(each.getValue(), step.at());
          lives.computeIfAbsent(each.getKey(), _ -> new ArrayList<>()).add(life);
        }
      }
      open.keySet().retainAll(present);
      present.forEach(each -> open.putIfAbsent(each, step.at()));
    }
    open.forEach((each, from) ->
        lives.computeIfAbsent(each, _ -> new ArrayList<>()).add(new Life(from, Long.MAX_VALUE)));
    return lives;
  }
}
