package dev.meridian.gate.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meridian.region.RegionCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that changed near the services, and not by a release of Meridian's own.
 *
 * @param kind what sort of thing
 * @param regions where, each once, sorted, at least one
 * @param from when it began, or will begin
 * @param until when it ended, or will end; empty while nobody knows, and for what stays
 * @param source who or what changed it, and where to read more
 */
public record OutsideChange(
    Kind kind, List<RegionCode> regions, Instant from, Optional<Instant> until, String source) {
  /** Longest source, in characters. */
  public static final int LONGEST_SOURCE = 500;

  /** What sort of thing changed. */
  public enum Kind {
    @JsonProperty("flag")
    FLAG,
    @JsonProperty("dependency")
    DEPENDENCY,
    @JsonProperty("campaign")
    CAMPAIGN,
    /** A release that Meridian did not make. */
    @JsonProperty("release")
    RELEASE,
    /** Networks, hardware, anything else. */
    @JsonProperty("infrastructure")
    INFRASTRUCTURE
  }

  /**
   * @throws IllegalArgumentException when it has no region, ends before it begins, or its source is
   *     too long
   */
  public OutsideChange {
    regions = regions.stream().distinct().sorted().toList();
    if (regions.isEmpty()) {
      throw new IllegalArgumentException("a change should have a region: " + source);
    }
    Instant begin = from;
    if (until.filter(end -> end.isBefore(begin)).isPresent()) {
      throw new IllegalArgumentException("a change ends before it begins: " + source);
    }
    if (source.length() > LONGEST_SOURCE) {
      throw new IllegalArgumentException(
          "a source should have at most " + LONGEST_SOURCE + " characters");
    }
  }
}
