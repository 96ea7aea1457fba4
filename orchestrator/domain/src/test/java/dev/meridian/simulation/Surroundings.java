package dev.meridian.simulation;

import dev.meridian.release.ReleaseEvent;

/** Everything that a run meets. */
record Surroundings(
    SimulatedWorld world,
    Agenda agenda,
    Laws laws,
    Book book,
    Clusters clusters,
    Durations durations,
    Effects effects,
    Observations observations) {
  static Surroundings of(SimulatedWorld world, ReleaseEvent.ReleaseStarted started) {
    Agenda agenda = new Agenda();
    Laws laws = new Laws(world);
    Book book = new Book(started, laws);
    Clusters clusters = new Clusters(world, agenda, laws);
    Durations durations = new Durations(world.seed());
    Effects effects = new Effects(agenda, book, clusters, durations);
    Observations observations = new Observations(agenda, clusters, durations, effects);
    return new Surroundings(world, agenda, laws, book, clusters, durations, effects, observations);
  }
}
