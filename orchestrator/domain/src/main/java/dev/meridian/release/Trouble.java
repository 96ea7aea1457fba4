package dev.meridian.release;

import dev.meridian.failure.FailureCode;

/**
 * A step that could not be done.
 *
 * @param step its name, as in the history
 * @param code what went wrong
 * @param sentence for people
 */
public record Trouble(String step, FailureCode code, String sentence) {
  /** Name of the step that brings the contender. */
  public static final String DEPLOY = "deploy";

  /** Name of the step that restores the incumbent. */
  public static final String RESTORE = "restore";

  /** Name of the step that moves traffic away. */
  public static final String EVACUATE = "evacuate";

  /** Name of the step that brings traffic back. */
  public static final String RETURN = "return";

  /** The cluster did not answer: waiting for it may help. */
  public boolean clusterAway() {
    return code == FailureCode.CLUSTER_UNREACHABLE;
  }

  /** Whether it is part of the way back rather than of the way forward. */
  boolean ofRecovery() {
    return step.equals(RESTORE) || step.equals(EVACUATE) || step.equals(RETURN);
  }
}
