package dev.meridian.bench.verdict;

import dev.meridian.gate.sample.Counts;
import dev.meridian.region.RegionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Streams written by hand: 1,000 requests a minute, so many bad ones in each minute. */
final class StreamOf {
  private static final int MINUTES = 50;
  private static final double REQUESTS = 250;

  private StreamOf() {}

  /** Minutes after those given have no bad requests; there is no control. */
  static Stream minutes(int... bad) {
    return stream(REQUESTS, bad, new TreeMap<>());
  }

  /** Nobody comes. */
  static Stream idle() {
    return stream(0, new int[0], new TreeMap<>());
  }

  /** The same beside one control region. */
  static Stream beside(int[] bad, int[] control) {
    SortedMap<RegionCode, List<Counts>> regions = new TreeMap<>();
    regions.put(new RegionCode("control-1"), counts(REQUESTS, control));
    return stream(REQUESTS, bad, regions);
  }

  private static Stream stream(
      double requests, int[] bad, SortedMap<RegionCode, List<Counts>> control) {
    Cell cell = new Cell(1000, 1, new Cell.Noise(0, 0), 1, 0, 30, 0);
    return new Stream(cell, new TreeMap<>(), counts(requests, bad), control);
  }

  /** All bad requests of a minute in its first quarter. */
  private static List<Counts> counts(double requests, int[] bad) {
    List<Counts> counts = new ArrayList<>();
    for (int interval = 0; interval < MINUTES * 4; interval++) {
      int minute = interval / 4;
      boolean first = interval % 4 == 0 && minute < bad.length;
      counts.add(new Counts(requests, first ? bad[minute] : 0));
    }
    return counts;
  }
}
