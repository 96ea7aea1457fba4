package dev.meridian.worker.check;

/**
 * What came of a check that was run.
 *
 * @param sentence what was measured, and against which limit
 * @param evidence id of the stored figures; {@code ""} where there are none
 */
record CheckOutcome(boolean passed, String sentence, String evidence) {
  CheckOutcome(boolean passed, String sentence) {
    this(passed, sentence, "");
  }
}
