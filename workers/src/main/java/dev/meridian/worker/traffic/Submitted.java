package dev.meridian.worker.traffic;

/** What is known after a batch was sent. */
sealed interface Submitted {
  /**
   * Route 53 took it.
   *
   * @param change id to ask for its propagation
   */
  record Accepted(String change) implements Submitted {}

  /** The zone is not as it was read: nothing was made. */
  record Mismatched(String sentence) implements Submitted {}

  /** No answer came: it may have been made, now or in a moment. */
  record Lost(String sentence) implements Submitted {}
}
