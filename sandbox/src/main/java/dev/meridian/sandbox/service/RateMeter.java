package dev.meridian.sandbox.service;

/** Requests of the last full second of wall time. */
final class RateMeter {
  private long second;
  private int current;
  private int last;

  /** Counts one request, and says how many there were in the second before this one. */
  synchronized double count() {
    long now = System.nanoTime() / 1_000_000_000L;
    if (now != second) {
      last = now == second + 1 ? current : 0;
      current = 0;
      second = now;
    }
    current++;
    return last;
  }
}
