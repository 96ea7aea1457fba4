package dev.meridian.gate.bake;

import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.statistics.Calibration;
import dev.meridian.region.RegionCode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
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
   */
  public record Candidate(Counts block, boolean sick, Instant seen) {}

  public ControlSet {
    members = List.copyOf(members);
    others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
  }
}
