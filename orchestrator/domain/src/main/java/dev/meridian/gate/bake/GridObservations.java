package dev.meridian.gate.bake;

import dev.meridian.gate.change.OutsideChange;
import dev.meridian.region.RegionCode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything observed in one interval of the grid.
 *
 * @param from end of the interval before
 * @param until end of this one
 * @param standings of the other regions with users, at {@code until}
 * @param gates by name; only those whose own interval ends here
 * @param changes in the contender's region, that began or became known in it; in the first interval
 *     those of the hour before as well
 */
public record GridObservations(
    Instant from,
    Instant until,
    SortedMap<RegionCode, Standing> standings,
    SortedMap<String, GateObservation> gates,
    List<OutsideChange> changes) {
  public GridObservations {
    standings = Collections.unmodifiableSortedMap(new TreeMap<>(standings));
    gates = Collections.unmodifiableSortedMap(new TreeMap<>(gates));
    changes = List.copyOf(changes);
  }

  /** An interval in which nothing else changed. */
  public GridObservations(
      Instant from,
      Instant until,
      SortedMap<RegionCode, Standing> standings,
      SortedMap<String, GateObservation> gates) {
    this(from, until, standings, gates, List.of());
  }
}
