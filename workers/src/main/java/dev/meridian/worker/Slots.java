package dev.meridian.worker;

/**
 * How much a worker takes on at a time.
 *
 * @param act short effects
 * @param bake bakes and watches: mostly waiting, so many
 * @param recover evacuations and restores: their own, never shared
 * @param workflowTasks decisions
 */
public record Slots(int act, int bake, int recover, int workflowTasks) {
  /** For one worker with two cores. */
  public static final Slots USUAL = new Slots(50, 1_000, 50, 20);
}
