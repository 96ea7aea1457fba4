package dev.meridian.gate.bake;

import dev.meridian.region.RegionCode;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything observed in one interval of the grid.
 *
 * @param from end of the interval before
 * @param until end of this one
 * @param standings of the other regions with users, at {@code until}
 * @param gates by name; only those whose own interval ends here
 */
public record GridObservations(
    Instant from,
    Instant until,
    SortedMap<RegionCode, Standing> standings,
    SortedMap<String, GateObservation> gates) {
  public GridObservations {
    standings = Collections.unmodifiableSortedMap(new TreeMap<>(standings));
    gates = Collections.unmodifiableSortedMap(new TreeMap<>(gates));
  }
}
