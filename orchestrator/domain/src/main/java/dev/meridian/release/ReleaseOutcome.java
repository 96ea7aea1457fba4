package dev.meridian.release;

/** How a release ended. */
public enum ReleaseOutcome {
  /** Every region passed. */
  COMPLETED,
  /** Taken back because a region showed harm; what the release changed is undone, or owed. */
  ROLLED_BACK,
  /** Taken back because a person said so. */
  ABORTED,
  /** Ended where it stood because a person said so: partial. */
  STOPPED
}
