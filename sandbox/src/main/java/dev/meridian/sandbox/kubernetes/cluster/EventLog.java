package dev.meridian.sandbox.kubernetes.cluster;

import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.ObjectKey;
import dev.meridian.sandbox.kubernetes.object.Refusal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The latest changes of a cluster, in order: what watches read. Safe for many threads. */
public final class EventLog {
  private static final int KEPT = 8192;

  /**
   * A change of one object.
   *
   * @param revision its place in the order of all changes
   * @param before empty when it appeared
   * @param after empty when it disappeared
   */
  public record Event(
      long revision, ObjectKey key, Optional<ApiObject> before, Optional<ApiObject> after) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final Deque<Event> events = new ArrayDeque<>();
  private long forgotten;
  private long latest;

  /** A log that begins after this revision: watches from before it are told that it is gone. */
  void begin(long revision) {
    forgotten = revision;
    latest = revision;
  }

  void append(Event event) {
    lock.lock();
    try {
      events.addLast(event);
      latest = event.revision();
      if (events.size() > KEPT) {
        forgotten = events.removeFirst().revision();
      }
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until there are events after {@code revision}; empty when the time has passed.
   *
   * @throws Refusal 410 when events after it are no longer kept
   */
  public List<Event> after(long revision, Duration wait) throws InterruptedException {
    lock.lock();
    try {
      if (revision < forgotten) {
        throw Refusal.expired("too old resource version: " + revision + " (" + forgotten + ")");
      }
      long left = wait.toNanos();
      while (latest <= revision && left > 0) {
        left = grown.awaitNanos(left);
      }
      return events.stream().filter(event -> event.revision() > revision).toList();
    } finally {
      lock.unlock();
    }
  }
}
