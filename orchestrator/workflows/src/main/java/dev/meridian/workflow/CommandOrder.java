package dev.meridian.workflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meridian.region.RegionCode;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person wants of a running release.
 *
 * @param id of the command row; also the update id, so that it can be sent again
 * @param kind what
 * @param region of a retry
 * @param actor who
 * @param reason why, in their words
 */
public record CommandOrder(
    UUID id, Kind kind, Optional<RegionCode> region, String actor, String reason) {

  /** What can be asked. */
  public enum Kind {
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
}
