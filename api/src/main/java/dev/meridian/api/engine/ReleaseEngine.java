package dev.meridian.api.engine;

import dev.meridian.release.ReleaseId;
import dev.meridian.workflow.CommandOrder;

/** Carries releases on. Every call may be repeated: ids make the second one change nothing. */
public interface ReleaseEngine {
  /**
   * Starts the run of a release.
   *
   * @return false when the engine is away: whoever resumes releases will start it later
   */
  boolean start(ReleaseId release, int epoch);

  /** Sends a command that has been written down; its id makes a second sending the same one. */
  CommandAnswer send(ReleaseId release, CommandOrder order);

  /** Whether the engine answers at all. */
  boolean reachable();
}
