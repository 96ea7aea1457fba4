package dev.meridian.worker.frozen;

import dev.meridian.release.RegionAttempt;

/** Finds what a release froze. */
public interface FrozenRollouts {
  /**
   * Reads from the ledger, once per release and worker.
   *
   * @throws io.temporal.failure.ApplicationFailure INVALID_SPEC when a frozen document cannot be
   *     read any more, LEDGER_UNREACHABLE when the database is away
   */
  FrozenRollout of(RegionAttempt rollout);
}
