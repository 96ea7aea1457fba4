package dev.meridian.worker.traffic;

import java.util.Optional;

/** What came of a wish. */
sealed interface Written {
  /**
   * The zone carries the change.
   *
   * @param token of the change
   * @param change Route 53's id of it; unknown when its answer was lost
   */
  record Changed(FencingToken token, Optional<String> change, String sentence) implements Written {}

  /** There was nothing to change; the newest change is somebody's with this number. */
  record Unchanged(long token, String sentence) implements Written {}

  record Refused(String sentence) implements Written {}
}
