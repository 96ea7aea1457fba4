package dev.meridian.evacuation;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the solver says. The sentence carries the arithmetic. */
public sealed interface EvacuationPlan {
  String sentence();

  /**
   * New weights under which every receiver keeps its head-room.
   *
   * @param weights of the regions whose weight changes; empty when the region has none already
   * @param predicted requests per second at the day's peak, of every region
   * @param spill share of the moved traffic that arrives where it should not
   */
  record Move(
      SortedMap<RegionCode, Weight> weights,
      SortedMap<RegionCode, Double> predicted,
      Share spill,
      String sentence)
      implements EvacuationPlan {
    public Move {
      weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
      predicted = Collections.unmodifiableSortedMap(new TreeMap<>(predicted));
    }
  }

  /** Nothing may be moved. */
  record Refused(Cause cause, String sentence) implements EvacuationPlan {}

  /** Why nothing may be moved. */
  enum Cause {
    /** Too few regions would go on answering. */
    NOBODY_LEFT,
    /** A region that would receive may not serve these users. */
    LAW,
    /** No region is in a state to receive. */
    NO_RECEIVER,
    /** Too much would arrive in regions that should not receive. */
    SPILL,
    /** A receiver would lose its head-room. */
    NO_ROOM
  }
}
