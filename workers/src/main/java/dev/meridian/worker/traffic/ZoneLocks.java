package dev.meridian.worker.traffic;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One writer per zone within this process, so that our own changes do not refuse each other. Other
 * processes are kept apart by the token in the zone.
 */
final class ZoneLocks {
  private final ConcurrentMap<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  <T> T locked(String zone, Supplier<T> work) {
    ReentrantLock lock = locks.computeIfAbsent(zone, _ -> new ReentrantLock());
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
