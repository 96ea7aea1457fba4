package dev.meridian.simulation;

import dev.meridian.release.CommandKind;
import dev.meridian.release.PlannedRegion;
import java.util.List;

/**
 * Everything that is drawn before a release is simulated: the same world gives the same run.
 *
 * @param seed of the draw, and of durations
 * @param regions in the order of the waves
 * @param evacuates whether the policy lets Meridian move traffic by itself
 * @param orders of people
 * @param crashes when the process is killed
 */
record SimulatedWorld(
    long seed,
    List<SimulatedRegion> regions,
    boolean evacuates,
    List<Order> orders,
    List<Long> crashes) {
  /**
   * A person's command.
   *
   * @param at seconds from the start
   * @param region index of the region that a retry names
   */
  record Order(long at, CommandKind kind, int region) {}

  SimulatedWorld {
    regions = List.copyOf(regions);
    orders = List.copyOf(orders);
    crashes = List.copyOf(crashes);
  }

  List<PlannedRegion> schedule() {
    return regions.stream().map(SimulatedRegion::planned).toList();
  }
}
