package dev.meridian.sandbox.traffic;

/** What is counted for a revision label in a region: the columns of a {@link CounterLog}. */
final class Columns {
  static final int OK = 0;
  static final int NOT_FOUND = 1;
  static final int FAILED = 2;

  /** The first of the histogram's buckets; each counts what the ones before it do not. */
  static final int BUCKETS = 3;

  static final int SECONDS = BUCKETS + Latency.LE.size();

  /** Seconds of processor time that one pod has used. */
  static final int CPU = SECONDS + 1;

  /** Requests that failed or were slow for the revision's sake. */
  static final int HARMED = CPU + 1;

  static final int COUNT = HARMED + 1;

  private Columns() {}
}
