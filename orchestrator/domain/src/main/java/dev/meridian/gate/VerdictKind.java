package dev.meridian.gate;

/** The three verdicts. Missing data is never healthy. */
public enum VerdictKind {
  HEALTHY,
  DEGRADED,
  INCONCLUSIVE
}
