package dev.meridian.worker.resume;

import dev.meridian.release.ReleaseId;

/** The engine's view of the runs of releases. */
public interface ReleaseRuns {
  /** What the engine says of a release. */
  enum Sight {
    RUNNING,
    /** A reachable engine has no open run of it. */
    NOT_FOUND,
    /** Nobody answers: that says nothing about the release. */
    ENGINE_AWAY
  }

  Sight look(ReleaseId release);

  /** Starts a run in an epoch; does nothing when one is open already. */
  void start(ReleaseId release, int epoch);
}
