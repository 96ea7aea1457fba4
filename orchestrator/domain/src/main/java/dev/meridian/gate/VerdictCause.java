package dev.meridian.gate;

/** Why a verdict was given: what the decision that follows depends on. */
public enum VerdictCause {
  /** Bake over, requests, samples and evidence of health all there. */
  PROVEN(VerdictKind.HEALTHY),
  /** At the ceiling too few requests for a proof, nothing bad, and the policy lets it pass so. */
  UNPROVEN(VerdictKind.INCONCLUSIVE),
  /** A critical gate crossed its limit. */
  GATE(VerdictKind.DEGRADED),
  /**
   * Alarms that roll back fired, and no gate that measures has crossed its limit yet. The region is
   * taken back, but its users are not moved for that alone.
   */
  ALARM(VerdictKind.DEGRADED),
  /**
   * A critical gate crossed its limit, and regions that the release has not touched are bad as
   * well: it may be the environment. The region is taken back; nothing else moves by itself.
   */
  ENVIRONMENT(VerdictKind.DEGRADED),
  /** Cluster unreachable and the service's own endpoint fails from two probes for 30 s. */
  DARK(VerdictKind.DEGRADED),
  /** At the deadline only the contender's region is silent while others report. */
  CONTENDER_SILENT(VerdictKind.INCONCLUSIVE),
  /** At the deadline everything is silent: a blind rollback cannot be checked. */
  EVERYTHING_SILENT(VerdictKind.INCONCLUSIVE),
  /**
   * At the deadline the cluster is still unreachable while its users are well: what was brought
   * there could not be taken back.
   */
  CLUSTER_AWAY(VerdictKind.INCONCLUSIVE),
  /** At the deadline an alarm still fires. */
  ALARM_FIRING(VerdictKind.INCONCLUSIVE),
  /** At the deadline there were too few requests for evidence of health. */
  TOO_FEW_REQUESTS(VerdictKind.INCONCLUSIVE);

  private final VerdictKind kind;

  VerdictCause(VerdictKind kind) {
    this.kind = kind;
  }

  public VerdictKind kind() {
    return kind;
  }

  /** Whether the region passes. */
  public boolean passes() {
    return this == PROVEN || this == UNPROVEN;
  }

  /** Whether a gate found harm: the revision is to blame, and not the place. */
  public boolean ofGate() {
    return this == GATE || this == ALARM;
  }
}
