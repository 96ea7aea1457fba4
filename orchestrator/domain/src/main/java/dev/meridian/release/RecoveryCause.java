package dev.meridian.release;

/** Why a release is taken back. */
public enum RecoveryCause {
  DEGRADED,
  CHECK_FAILED,
  CONTENDER_SILENT,
  ABORTED,
  /** The release that it runs on top of is being taken back. */
  OLDER_TAKEN_BACK
}
