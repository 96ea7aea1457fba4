package dev.meridian.worker.check;

/**
 * What came of a check that was run.
 *
 * @param sentence what was measured, and against which limit
 */
record CheckOutcome(boolean passed, String sentence) {}
