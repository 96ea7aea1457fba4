package dev.meridian.worker.resume;

import dev.meridian.ledger.Releases.OwedRegion;

/** Runs that give regions what an ended release owes them. */
public interface OwedRuns {
  /**
   * Starts a run; one that is open goes on.
   *
   * @return false when nobody answered
   */
  boolean start(OwedRegion region);
}
