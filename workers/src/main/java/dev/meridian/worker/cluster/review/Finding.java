package dev.meridian.worker.cluster.review;

/**
 * One thing that the review found.
 *
 * @param blocking whether the rollout may not go on
 * @param sentence the object, what is wrong, and what to do
 */
public record Finding(boolean blocking, String sentence) {
  static Finding blocks(String sentence) {
    return new Finding(true, sentence);
  }

  static Finding warns(String sentence) {
    return new Finding(false, sentence);
  }
}
