package dev.meridian.workflow;

import java.time.Duration;

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

  /**
   * How long a worker may think about one workflow task: decisions take milliseconds, and a task
   * whose worker was killed is given to another one after this.
   */
  public static final Duration DECISION_TIMEOUT = Duration.ofSeconds(2);

  private TaskQueues() {}
}
