package dev.meridian.gate.bake;

import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.statistics.Calibration;
import dev.meridian.region.RegionCode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which regions the next interval is compared with. Chosen before its counts are read, and not
 * changed afterwards whatever they are.
 *
 * @param members two or more, or none
 * @param expected whether there should be a control: when it is gone nevertheless (silent, or
 *     sick), nothing seen without it is good
 * @param calibration of the contender's region with these members
 * @param others what is known about every other region with users
 */
public record ControlSet(
    List<RegionCode> members,
    boolean expected,
    Calibration calibration,
    SortedMap<RegionCode, Candidate> others) {
  /**
   * A region that might serve as control.
   *
   * @param block what it counted in this five-minute block
   * @param sick whether it broke its own ceiling in this block or the last
   * @param seen when it last reported
   * @param untouched whether the release had not been there in the last interval
   */
  public record Candidate(Counts block, boolean sick, Instant seen, boolean untouched) {
    Candidate ofBlock(Counts counted, boolean broken, Instant at) {
      return new Candidate(counted, broken, at, untouched);
    }

    Candidate untouched(boolean still) {
      return new Candidate(block, sick, seen, still);
    }
  }

  /** Regions that the release has not touched, and that break their own ceiling all the same. */
  List<RegionCode> sickUntouched() {
    return others.entrySet().stream()
        .filter(other -> other.getValue().sick() && other.getValue().untouched())
        .map(Map.Entry::getKey)
        .toList();
  }

  public ControlSet {
    members = List.copyOf(members);
    others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
  }
}
