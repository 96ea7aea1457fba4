package dev.meridian.simulation;

import java.util.PriorityQueue;

/** What will happen, in order of time and, at one time, of planning. Times are seconds. */
final class Agenda {
  private record Item(long at, long number, Runnable happening) implements Comparable<Item> {
    @Override
    public int compareTo(Item other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  private final PriorityQueue<Item> items = new PriorityQueue<>();
  private long now;
  private long planned;

  long now() {
    return now;
  }

  void at(long time, Runnable happening) {
    items.add(new Item(Math.max(now, time), planned++, happening));
  }

  void after(long seconds, Runnable happening) {
    at(now + seconds, happening);
  }

  /** Lets the next thing happen; false when nothing is left. */
  boolean step() {
    Item next = items.poll();
    if (next == null) {
      return false;
    }
    now = next.at();
    next.happening().run();
    return true;
  }
}
