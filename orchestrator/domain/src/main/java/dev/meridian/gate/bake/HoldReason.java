package dev.meridian.gate.bake;

/** Why the machine waits in a region and goes on by itself. */
public enum HoldReason {
  /** Only the contender's region reports nothing. */
  CONTENDER_SILENT,
  /** Nothing reports anything. */
  EVERYTHING_SILENT,
  /** One gate has no data, others have. */
  GATE_SILENT,
  /** An alarm fires. */
  ALARM,
  /** Something else changed in the region: its bake has begun anew. */
  RESTARTED,
  /** The bake is over and there were too few requests. */
  TOO_FEW_REQUESTS,
  /** The bake is over and too few samples were good. */
  TOO_FEW_GOOD_SAMPLES,
  /** The bake is over and health is not proven yet. */
  NO_EVIDENCE_OF_HEALTH,
  /** The cluster is away while the service is well. */
  CLUSTER_AWAY
}
