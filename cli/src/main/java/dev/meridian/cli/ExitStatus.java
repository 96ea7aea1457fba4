package dev.meridian.cli;

import dev.meridian.release.ReleaseOutcome;

/** What the shell is told. */
public enum ExitStatus {
  COMPLETED(0, "completed"),
  FAILED(1, "failed"),
  BAD_USAGE(2, "bad usage"),
  ROLLED_BACK(10, "rolled back"),
  ABORTED(11, "aborted"),
  /** A person must act before it can go on. */
  WAITING(12, "waiting for a person");

  private final int code;
  private final String words;

  ExitStatus(int code, String words) {
    this.code = code;
    this.words = words;
  }

  public int code() {
    return code;
  }

  public String words() {
    return words;
  }

  /**
   * Of a release that has ended. Stopped by a person, or never started, counts as aborted: it was
   * not completed, and not because of what it did.
   */
  public static ExitStatus of(ReleaseOutcome outcome) {
    return switch (outcome) {
      case COMPLETED -> COMPLETED;
      case ROLLED_BACK -> ROLLED_BACK;
      case ABORTED, STOPPED, SUPERSEDED, REFUSED -> ABORTED;
    };
  }
}
