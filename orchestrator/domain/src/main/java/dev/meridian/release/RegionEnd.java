package dev.meridian.release;

/** How one attempt in one region ended. */
public enum RegionEnd {
  /** Every check and gate was good for the whole bake. */
  PASSED,
  /** A step could not be done; no user was harmed. */
  FAILED,
  /** Users were harmed, or would have been: final within this attempt. */
  DEGRADED,
  /** No verdict at the deadline. */
  INCONCLUSIVE,
  /** Given up because the release ends. */
  CANCELLED
}
