package dev.meridian.workflow.inquiry;

import dev.meridian.region.RegionCatalog;
import dev.meridian.region.RegionCode;
import dev.meridian.service.ServiceSpec;
import java.util.Collections;
import java.util.List;
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

  /** Every region in which a service has users. */
  public static List<Watched> all(ServiceSpec service, RegionCatalog catalog) {
    return service.presences().stream()
        .filter(presence -> presence.role().hasUsers())
        .map(presence ->
            new Watched(
                presence.region(),
                catalog.region(presence.region()).metrics(),
                presence.metricLabels()))
        .toList();
  }
}
