package dev.meridian.simulation;

import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A release that comes into a world.
 *
 * @param revision that it brings, by its number on the {@link Ground}
 * @param world what it meets
 * @param started what its start froze
 * @param beside the other release
 * @param laws that are checked besides those of every release
 */
record Entrant(
    ReleaseId release,
    int revision,
    SimulatedWorld world,
    ReleaseEvent.ReleaseStarted started,
    Beside beside,
    Function<Witness, List<Chapter>> laws) {
  static final ReleaseId FIRST = new ReleaseId(new UUID(0, 1));

  /** Beside whom there is never another one. */
  static Entrant alone(SimulatedWorld world, ReleaseEvent.ReleaseStarted started) {
    return new Entrant(FIRST, Ground.BEFORE + 1, world, started, Beside.NOBODY, _ -> List.of());
  }
}
