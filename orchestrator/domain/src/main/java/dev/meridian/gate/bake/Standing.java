package dev.meridian.gate.bake;

/** Whether another region may serve as control, as far as the ledger knows. */
public enum Standing {
  /** Runs the incumbent, and the release has not come to it. */
  UNTOUCHED,
  /** Has passed: runs the contender. */
  PASSED,
  /** Changes, bakes, is evacuated or receives evacuated traffic. */
  UNSUITABLE
}
