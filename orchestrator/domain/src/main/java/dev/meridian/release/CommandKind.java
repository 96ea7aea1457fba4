package dev.meridian.release;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person can ask of a running release. */
public enum CommandKind {
  /** Start nothing new; what is open goes on being measured. */
  @JsonProperty("pause")
  PAUSE,
  @JsonProperty("resume")
  RESUME,
  /** End it; regions keep what they have. */
  @JsonProperty("stop")
  STOP,
  /** End it and undo. */
  @JsonProperty("abort")
  ABORT,
  /** A new attempt in a region that ended inconclusive, or failed without harm. */
  @JsonProperty("retry")
  RETRY
}
