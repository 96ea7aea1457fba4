package dev.meridian.gate.bake;

import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.region.RegionCode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one gate saw in one of its intervals. */
public sealed interface GateObservation {
  /**
   * Events by region: the contender's revision alone in its own region, everything elsewhere.
   *
   * @param regions the contender's and every other region with users
   */
  record Events(SortedMap<RegionCode, Measured<Counts>> regions) implements GateObservation {
    public Events {
      regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
    }
  }

  /**
   * A number at the end of the interval.
   *
   * @param contender of its revision alone
   * @param incumbent in the same region whole days earlier, before the release
   */
  record Reading(Measured<Double> contender, Measured<Double> incumbent)
      implements GateObservation {}
}
