package dev.meridian.workflow.inquiry;

import dev.meridian.region.RegionCode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the samples of a service in one region are found.
 *
 * @param region with users
 * @param metrics name of the configured metrics endpoint
 * @param labels that select the presence's series
 */
public record Watched(RegionCode region, String metrics, SortedMap<String, String> labels) {
  public Watched {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }
}
