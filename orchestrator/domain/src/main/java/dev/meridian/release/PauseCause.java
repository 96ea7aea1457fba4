package dev.meridian.release;

/** Why a person must act. */
public enum PauseCause {
  /** A person asked for it. */
  REQUESTED,
  /** Nothing can be seen, so nothing may be moved. */
  TELEMETRY_OUTAGE,
  /** A region ended without enough users for a verdict. */
  TOO_FEW_REQUESTS,
  /** A cluster is away and its users are well: nothing can be done there, and nothing need be. */
  CLUSTER_AWAY,
  /** An alarm still fires in a region at the deadline of its bake. */
  ALARM,
  /**
   * Regions that the release has not touched are bad as well. What was harmed is taken back;
   * whether the rest should be is a person's to say.
   */
  ENVIRONMENT_SUSPECTED,
  /** A region could not be changed, and no user was harmed. */
  STEP_FAILED,
  /** A restore failed; the others wait. */
  RESTORE_FAILED
}
