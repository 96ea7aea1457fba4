package dev.meridian.gate.sample;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One series as the metrics system stores it.
 *
 * @param labels its identity
 * @param samples in order of time; may hold duplicates, NaN and infinities
 */
public record RawSeries(SortedMap<String, String> labels, List<RawSample> samples) {
  /** One scrape's value. */
  public record RawSample(Instant at, double value) {}

  public RawSeries {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    samples = List.copyOf(samples);
  }
}
