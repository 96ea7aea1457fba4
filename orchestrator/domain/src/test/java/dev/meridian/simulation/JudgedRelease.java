package dev.meridian.simulation;

import dev.meridian.gate.VerdictCause;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.simulation.judge.JudgedWorld;
import java.util.List;
import java.util.Optional;

/**
 * What became of one release whose samples were judged one by one.
 *
 * @param world it went through
 * @param outcome empty when it waits for a person, or was stopped at a broken law
 * @param degraded whether a gate found harm
 * @param endedAt seconds from its start
 * @param exposed where the contender was, and is
 * @param judged intervals of regions that went through the judge
 * @param broken the first law that was broken
 */
public record JudgedRelease(
    JudgedWorld world,
    Optional<ReleaseOutcome> outcome,
    boolean degraded,
    long endedAt,
    List<Exposed> exposed,
    long judged,
    Optional<BrokenLaw> broken) {
  public JudgedRelease {
    exposed = List.copyOf(exposed);
  }

  /** In a world with failing steps, outages, commands and crashes. */
  public static JudgedRelease troubled(JudgedWorld world) {
    return of(world, WorldDraw.around(world.seed(), world.schedule()));
  }

  /** In a world where nothing else goes wrong. */
  public static JudgedRelease calm(JudgedWorld world) {
    return of(world, WorldDraw.calm(world.seed(), world.schedule()));
  }

  private static JudgedRelease of(JudgedWorld world, SimulatedWorld around) {
    Simulation.Result result = Simulation.of(around, world);
    boolean degraded =
        result.entries().stream()
            .anyMatch(entry ->
                entry.event() instanceof RegionEvent.VerdictGiven verdict
                    && verdict.cause() == VerdictCause.GATE);
    return new JudgedRelease(
        world,
        result.outcome(),
        degraded,
        result.endedAt(),
        result.exposed(),
        result.judged(),
        result.broken());
  }

  /** Whether a gate stopped a release that nothing was wrong with. */
  public boolean falselyStopped() {
    return world.defect().isEmpty() && degraded;
  }
}
