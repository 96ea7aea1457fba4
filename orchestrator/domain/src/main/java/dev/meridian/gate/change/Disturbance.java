package dev.meridian.gate.change;

import dev.meridian.region.RegionCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Time in which regions were not as they usually are: a release was at work there, something else
 * was changed, or harm is on record.
 *
 * @param regions one or more
 */
public record Disturbance(List<RegionCode> regions, Instant from, Instant until) {
  public Disturbance {
    regions = List.copyOf(regions);
  }

  /** Whether any of these regions was disturbed at any time between two instants. */
  public boolean touches(Collection<RegionCode> places, Instant begin, Instant end) {
    return from.isBefore(end)
        && until.isAfter(begin)
        && places.stream().anyMatch(regions::contains);
  }
}
