package dev.meridian.workflow;

/** Who does what: each queue has slots and pollers of its own. */
public final class TaskQueues {
  /** Workflows. */
  public static final String RELEASE = "release";

  /** Short effects. */
  public static final String ACT = "act";

  /** Bakes and watches: long, mostly waiting. */
  public static final String BAKE = "bake";

  /** Evacuate, roll back, return: never waits behind anything else. */
  public static final String RECOVER = "recover";

  private TaskQueues() {}
}
