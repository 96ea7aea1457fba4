package dev.meridian.simulation;

import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.simulation.judge.JudgedWorld;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Everything that a run meets. */
record Surroundings(
    ReleaseId release,
    Beside beside,
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
    Entrant alone = Entrant.alone(world, started);
    return of(alone, Common.of(world), judged, Surroundings::notes);
  }

  /** For simulated runs beside others. */
  static Surroundings of(Entrant entrant, Common common) {
    return of(entrant, common, Optional.empty(), Surroundings::notes);
  }

  private static Effects.FailureNotes notes(Book book) {
    AtomicInteger failures = new AtomicInteger();
    return (rollout, failure) -> {
      String key = rollout.key(failure.step() + " failed/" + failures.getAndIncrement());
      book.record(rollout.epoch(), key, failure);
      return failure;
    };
  }

  /** For runs of another kind, which write down themselves what failed. */
  static Surroundings open(SimulatedWorld world, ReleaseEvent.ReleaseStarted started) {
    return of(
        Entrant.alone(world, started),
        Common.of(world),
        Optional.empty(),
        _ -> (_, failure) -> failure);
  }

  private static Surroundings of(
      Entrant entrant,
      Common common,
      Optional<JudgedWorld> judged,
      Function<Book, Effects.FailureNotes> notes) {
    SimulatedWorld world = entrant.world();
    Agenda agenda = common.agenda();
    Laws laws = new Laws(world, entrant.laws());
    Book book = new Book(entrant.started(), laws, common.numbers());
    Clusters clusters = new Clusters(entrant, common, laws);
    Durations durations = new Durations(world.seed());
    Effects effects = new Effects(agenda, book, clusters, durations, notes.apply(book));
    Bakes bakes =
        judged
            .<Bakes>map(samples -> new JudgedBakes(samples, agenda, clusters, book))
            .orElseGet(() -> new DrawnBakes(agenda, clusters, durations));
    Observations observations = new Observations(agenda, clusters, durations, effects, bakes);
    return new Surroundings(
        entrant.release(),
        entrant.beside(),
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
