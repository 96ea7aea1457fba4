package dev.meridian.release;

/**
 * What is true of a region in a release; each is reached by an event and may be undone by another.
 */
public enum Milestone {
  /** The region's own registry serves the contender. */
  IMAGE_PRESENT,
  /** What ran before is recorded. */
  WAY_BACK_RECORDED,
  /** The rendered manifests were reviewed. */
  REVIEWED,
  /** The contender was, or may have been, applied: there is something to undo. */
  TOUCHED,
  /** Every pod of the contender serves. */
  EXPOSED,
  /** Cluster unreachable and users harmed. */
  DARK,
  /** The cluster stayed unreachable until the deadline. */
  AWAY,
  /** A person has looked at why the environment was suspected, and said: go on. */
  LOOKED_AT,
  /** The incumbent serves again. */
  RESTORED,
  /** Something else had changed there just before harm was found. */
  CHANGED_NEARBY,
  /** Its traffic was moved elsewhere. */
  EVACUATED,
  /** Its traffic could not be moved. */
  EVACUATION_REFUSED,
  /** Could not be restored in time, or its traffic is not back yet: its lock stays. */
  OWED
}
