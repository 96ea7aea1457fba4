package dev.meridian.simulation;

import dev.meridian.release.ReleaseEvent;
import dev.meridian.simulation.judge.JudgedWorld;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Everything that a run meets. */
record Surroundings(
    SimulatedWorld world,
    Agenda agenda,
    Laws laws,
    Book book,
    Documents documents,
    Clusters clusters,
    Durations durations,
    Effects effects,
    Bakes bakes,
    Observations observations) {
  /**
   * For simulated runs: what fails is written down where it fails.
   *
   * @param judged whose samples decide how bakes end; without it that is drawn
   */
  static Surroundings of(
      SimulatedWorld world, ReleaseEvent.ReleaseStarted started, Optional<JudgedWorld> judged) {
    return of(
        world,
        started,
        judged,
        book -> {
          AtomicInteger failures = new AtomicInteger();
          return (rollout, failure) -> {
            String key = rollout.key(failure.step() + " failed/" + failures.getAndIncrement());
            book.record(rollout.epoch(), key, failure);
            return failure;
          };
        });
  }

  /** For runs of another kind, which write down themselves what failed. */
  static Surroundings open(SimulatedWorld world, ReleaseEvent.ReleaseStarted started) {
    return of(world, started, Optional.empty(), _ -> (_, failure) -> failure);
  }

  private static Surroundings of(
      SimulatedWorld world,
      ReleaseEvent.ReleaseStarted started,
      Optional<JudgedWorld> judged,
      Function<Book, Effects.FailureNotes> notes) {
    Agenda agenda = new Agenda();
    Laws laws = new Laws(world);
    Book book = new Book(started, laws);
    Clusters clusters = new Clusters(world, agenda, laws);
    Durations durations = new Durations(world.seed());
    Effects effects = new Effects(agenda, book, clusters, durations, notes.apply(book));
    Bakes bakes =
        judged
            .<Bakes>map(samples -> new JudgedBakes(samples, agenda, clusters, book))
            .orElseGet(() -> new DrawnBakes(agenda, clusters, durations));
    Observations observations = new Observations(agenda, clusters, durations, effects, bakes);
    return new Surroundings(
        world,
        agenda,
        laws,
        book,
        new Documents(world),
        clusters,
        durations,
        effects,
        bakes,
        observations);
  }
}
