package dev.meridian.simulation;

import dev.meridian.region.ServiceName;
import dev.meridian.region.Share;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.service.RevisionId;
import dev.meridian.simulation.judge.JudgedWorld;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One release in one world, from its start to its end or to where a person must act. */
final class Simulation {
  private static final int MOST_STEPS = 20_000;
  static final Share RESTORE_SHARE = Share.ofFraction(0.33);

  private final SimulatedWorld world;
  private final Surroundings around;
  private final Living release;
  private OptionalLong endedAt = OptionalLong.empty();

  private Simulation(SimulatedWorld world, Optional<JudgedWorld> judged) {
    this.world = world;
    this.around = Surroundings.of(world, started(world), judged);
    this.release = new Living(around);
  }

  /**
   * How it ended.
   *
   * @param outcome empty when it waits for a person, or was stopped at a broken law
   * @param broken the first thing that must not have happened
   * @param entries of its ledger
   * @param running what each region runs at the end, in the order of the schedule
   * @param endedAt seconds from its start; where it waits, when nothing more happens
   * @param exposed where the contender was, and is
   * @param judged intervals of regions that went through the real judge
   */
  record Result(
      Optional<ReleaseOutcome> outcome,
      Optional<BrokenLaw> broken,
      List<Book.Entry> entries,
      List<Clusters.Running> running,
      long endedAt,
      List<Exposed> exposed,
      long judged) {}

  /** Runs it, to the end or to the first broken law. */
  static Result of(SimulatedWorld world) {
    return new Simulation(world, Optional.empty()).result();
  }

  /** Runs it as {@link #of(SimulatedWorld)} does, but every sample is judged. */
  static Result of(SimulatedWorld world, JudgedWorld judged) {
    return new Simulation(world, Optional.of(judged)).result();
  }

  /** Runs it, and kills its process right after so many entries. */
  static Result crashedAfter(SimulatedWorld world, long entries) {
    Simulation simulation = new Simulation(world, Optional.empty());
    simulation.around.book().killAfter(entries);
    return simulation.result();
  }

  static ReleaseEvent.ReleaseStarted started(SimulatedWorld world) {
    return new ReleaseEvent.ReleaseStarted(
        new ServiceName("service"),
        new RevisionId("a".repeat(64)),
        Effects.IMAGE,
        1,
        1,
        world.schedule(),
        RESTORE_SHARE,
        "simulation",
        "to see");
  }

  private Result result() {
    Optional<BrokenLaw> broken = Optional.empty();
    try {
      toTheEnd();
    } catch (BrokenLaw law) {
      broken = Optional.of(law);
    }
    return new Result(
        around.book().state().outcome(),
        broken,
        around.book().entries(),
        world.schedule().stream().map(p -> around.clusters().running(p.region())).toList(),
        endedAt.orElse(around.agenda().now()),
        around.clusters().exposed(),
        around.bakes().judged());
  }

  private void toTheEnd() {
    release.begin();
    int steps = 0;
    while (step() || release.answered()) {
      if (endedAt.isEmpty() && around.book().state().outcome().isPresent()) {
        endedAt = OptionalLong.of(around.agenda().now());
      }
      if (++steps > MOST_STEPS) {
        throw new BrokenLaw("L1", "no end after " + steps + " steps");
      }
    }
    around.laws().stands(around.book().state());
  }

  private boolean step() {
    try {
      return around.agenda().step();
    } catch (Book.Superseded _) {
      return true;
    } catch (Book.Killed _) {
      release.crash();
      return true;
    }
  }
}
