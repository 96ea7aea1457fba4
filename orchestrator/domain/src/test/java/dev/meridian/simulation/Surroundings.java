package dev.meridian.simulation;

import dev.meridian.release.ReleaseEvent;
import dev.meridian.simulation.judge.JudgedWorld;
import java.util.Optional;

/** Everything that a run meets. */
record Surroundings(
    SimulatedWorld world,
    Agenda agenda,
    Laws laws,
    Book book,
    Clusters clusters,
    Durations durations,
    Effects effects,
    Bakes bakes,
    Observations observations) {
  /**
   * @param judged whose samples decide how bakes end; without it that is drawn
   */
  static Surroundings of(
      SimulatedWorld world, ReleaseEvent.ReleaseStarted started, Optional<JudgedWorld> judged) {
    Agenda agenda = new Agenda();
    Laws laws = new Laws(world);
    Book book = new Book(started, laws);
    Clusters clusters = new Clusters(world, agenda, laws);
    Durations durations = new Durations(world.seed());
    Effects effects = new Effects(agenda, book, clusters, durations);
    Bakes bakes =
        judged
            .<Bakes>map(samples -> new JudgedBakes(samples, agenda, clusters, book))
            .orElseGet(() -> new DrawnBakes(agenda, clusters, durations));
    Observations observations = new Observations(agenda, clusters, durations, effects, bakes);
    return new Surroundings(
        world, agenda, laws, book, clusters, durations, effects, bakes, observations);
  }
}
