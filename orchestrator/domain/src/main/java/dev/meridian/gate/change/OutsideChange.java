package dev.meridian.gate.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that changed near the services, and not by a release of Meridian's own.
 *
 * @param kind what sort of thing
 * @param regions where, each once, sorted, at least one
 * @param from when it began, or will begin
 * @param until when it ended, or will end; empty while nobody knows, and for what stays
 * @param source who or what changed it, and where to read more
 * @param service the only one that it concerns; empty for all that run there
 */
public record OutsideChange(
    Kind kind,
    List<RegionCode> regions,
    Instant from,
    Optional<Instant> until,
    String source,
    Optional<ServiceName> service) {
  /** Longest source, in characters. */
  public static final int LONGEST_SOURCE = 500;

  /** Without an end, so long is it taken to disturb. */
  private static final Duration DISTURBS = Duration.ofMinutes(5);

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
    service = service == null ? Optional.empty() : service;
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

  /** A change that concerns every service. */
  public OutsideChange(
      Kind kind, List<RegionCode> regions, Instant from, Optional<Instant> until, String source) {
    this(kind, regions, from, until, source, Optional.empty());
  }

  /** Whether it concerns a service in any of some regions. */
  public boolean concerns(ServiceName name, Collection<RegionCode> some) {
    return service.filter(only -> !only.equals(name)).isEmpty()
        && regions.stream().anyMatch(some::contains);
  }

  /**
   * Whether numbers of an instant are disturbed by it: from when it began and was known to its end;
   * for five minutes where it has none.
   *
   * @param knownAt when it was recorded
   */
  public boolean disturbs(Instant at, Instant knownAt) {
    Instant begun = begun(knownAt);
    return !begun.isAfter(at) && at.isBefore(until.orElse(begun.plus(DISTURBS)));
  }

  /** From when on it is taken into account. */
  public Instant begun(Instant knownAt) {
    return from.isAfter(knownAt) ? from : knownAt;
  }

  /** {@code flag since 2026-03-02T11:00:00Z (flags: new-basket on)}. */
  public String sentence() {
    return kind.name().toLowerCase(Locale.ROOT) + " since " + from + " (" + source + ")";
  }
}
