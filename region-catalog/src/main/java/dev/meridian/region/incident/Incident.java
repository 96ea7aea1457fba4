package dev.meridian.region.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meridian.region.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One time that a revision caused harm.
 *
 * @param region where it was noticed
 * @param kind what kind of harm
 * @param timeToFailure from full exposure of the contender to the discovery, 0 or more
 * @param at discovery
 * @param source who noticed it
 * @param revision short hash of the revision that caused it, where it is known
 * @param note for people; may be empty
 */
public record Incident(
    RegionCode region,
    Kind kind,
    Duration timeToFailure,
    Instant at,
    Source source,
    Optional<String> revision,
    String note) {
  /** Longest note, in characters. */
  public static final int LONGEST_NOTE = 2_000;

  /** Classes are kept apart: errors show in minutes, leaks in hours, bad data in days. */
  public enum Kind {
    @JsonProperty("errors")
    ERRORS,
    @JsonProperty("latency")
    LATENCY,
    @JsonProperty("leak")
    LEAK,
    @JsonProperty("data")
    DATA
  }

  /** Who noticed. */
  public enum Source {
    /** A gate of a release became degraded. */
    @JsonProperty("gate")
    GATE,
    /** A person or another system reported it, perhaps long after the release. */
    @JsonProperty("report")
    REPORT
  }

  /**
   * @throws IllegalArgumentException when it was noticed before exposure, or the note is too long
   */
  public Incident {
    source = Objects.requireNonNullElse(source, Source.REPORT);
    revision = Objects.requireNonNullElse(revision, Optional.empty());
    note = Objects.requireNonNullElse(note, "");
    if (timeToFailure.isNegative()) {
      throw new IllegalArgumentException(
          "an incident should be discovered after exposure: was " + timeToFailure);
    }
    if (note.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException(
          "a note should have at most " + LONGEST_NOTE + " characters: has " + note.length());
    }
  }

  /** When the contender was fully exposed. */
  public Instant exposedAt() {
    return at.minus(timeToFailure);
  }

  /** A reported incident of which no more is known. */
  public Incident(RegionCode region, Kind kind, Duration timeToFailure, Instant at) {
    this(region, kind, timeToFailure, at, Source.REPORT, Optional.empty(), "");
  }
}
