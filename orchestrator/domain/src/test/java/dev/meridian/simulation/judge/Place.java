package dev.meridian.simulation.judge;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is true of a region of a judged world.
 *
 * @param number from 0: which draws are its own
 * @param role staging, canary or production
 * @param traits of its users and machines
 * @param zone hours ahead of UTC
 * @param demand requests/s in each of the 24 local hours
 * @param failing usual share of requests that fail, 0 to 1
 * @param slow usual share of requests that are slow, 0 to 1
 */
public record Place(
    RegionCode code,
    int number,
    Role role,
    SortedMap<String, String> traits,
    int zone,
    List<Double> demand,
    double failing,
    double slow) {
  /** Usual memory, MiB. */
  static final double MEMORY = 300;

  /** What a pod may use, MiB. */
  static final double MEMORY_LIMIT = 512;

  public Place {
    traits = Collections.unmodifiableSortedMap(new TreeMap<>(traits));
    demand = List.copyOf(demand);
  }

  /**
   * Hour of the local day.
   *
   * @param second from midnight UTC of the first day; may be negative
   */
  int hour(long second) {
    return Math.floorMod(Math.floorDiv(second, 3600) + zone, 24);
  }

  /** Requests/s. */
  double rate(long second) {
    return demand.get(hour(second));
  }

  /** Mean over the day, requests/s. */
  public double mean() {
    return demand.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
