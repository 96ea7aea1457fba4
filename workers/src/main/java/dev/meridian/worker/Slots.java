package dev.meridian.worker;

import java.time.Duration;

/**
 * How much a worker takes on at a time, and for how long it is preferred.
 *
 * @param act short effects
 * @param bake bakes and watches: mostly waiting, so many
 * @param recover evacuations and restores: their own, never shared
 * @param workflowTasks decisions
 * @param sticky how long the next decision of a release waits for the worker that made the last one
 *     before any other may take it; zero: it never waits, and each decision replays the run so far
 */
public record Slots(int act, int bake, int recover, int workflowTasks, Duration sticky) {
  /** For one worker with two cores. A killed worker's decisions go to another one after 1 s. */
  public static final Slots USUAL = new Slots(50, 1_000, 50, 20, Duration.ofSeconds(1));

  /** The same with another preference. */
  public Slots withSticky(Duration preference) {
    return new Slots(act, bake, recover, workflowTasks, preference);
  }
}
