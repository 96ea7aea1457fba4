package dev.meridian.check;

import dev.meridian.service.CheckSpec;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one revision did under one load: kept with the check's outcome, and what its successor is
 * compared with.
 *
 * @param revision short hash of the revision that was loaded
 * @param load what was sent
 * @param report what was seen from outside
 * @param resources what it used meanwhile, by name; what could not be measured is not there
 */
public record LoadRecord(
    String revision, Sent load, LoadReport report, SortedMap<String, Used> resources) {
  /**
   * Two loads are the same when all of this is.
   *
   * @param rate requests per second
   */
  public record Sent(String path, double rate, Duration duration) {
    static Sent of(CheckSpec.Load load) {
      return new Sent(load.path(), load.rate(), load.duration());
    }

    @Override
    public String toString() {
      return LoadFigures.number(rate) + " requests/s of " + path + " for " + duration;
    }
  }

  /**
   * @param query as the document wrote it
   */
  public record Used(String query, double value) {}

  public LoadRecord {
    resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
  }

  /** The record of what was measured. */
  public static LoadRecord of(String revision, CheckSpec.Load load, LoadMeasurement measured) {
    SortedMap<String, Used> used = new TreeMap<>();
    for (CheckSpec.Load.Resource resource : load.resources()) {
      measured
          .number(resource)
          .ifPresent(value -> used.put(resource.name(), new Used(resource.query(), value)));
    }
    return new LoadRecord(revision, Sent.of(load), measured.report(), used);
  }
}
