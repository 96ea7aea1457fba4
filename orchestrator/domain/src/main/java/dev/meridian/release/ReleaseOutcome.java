package dev.meridian.release;

/** How a release ended. */
public enum ReleaseOutcome {
  /** Every region passed. */
  COMPLETED,
  /** Taken back because a region showed harm; what the release changed is undone, or owed. */
  ROLLED_BACK,
  /** Taken back because a person said so. */
  ABORTED,
  /** Ended where it stood because a person said so, or because nobody was left to go to. */
  STOPPED,
  /** Never started: a newer one came while it waited for its turn. */
  SUPERSEDED,
  /** Never started: its turn came, and it did not fit the world any more. */
  REFUSED
}
