package dev.meridian.release;

/** Why a release is taken back. */
public enum RecoveryCause {
  DEGRADED,
  CHECK_FAILED,
  CONTENDER_SILENT,
  ABORTED
}
