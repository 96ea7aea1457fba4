package dev.meridian.gate.bake;

import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.region.RegionCode;
import java.time.Instant;
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

  /**
   * Where an alarm's alert fires.
   *
   * @param touchedAt when this attempt first changed the contender's region
   * @param firing by region; other than seen when what was told is not known
   */
  record Alerts(Instant touchedAt, Measured<SortedMap<RegionCode, Firing>> firing)
      implements GateObservation {
    /** Whether it is known to fire in a region. */
    public boolean firesIn(RegionCode region) {
      return firing instanceof Measured.Seen<SortedMap<RegionCode, Firing>>(var regions)
          && regions.containsKey(region);
    }
  }

  /**
   * An alert that fires.
   *
   * @param since when it began; for one that comes and goes, when it last began to do so
   * @param summary for people; may be empty
   */
  record Firing(Instant since, String summary) {}
}
