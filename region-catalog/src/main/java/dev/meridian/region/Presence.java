package dev.meridian.region;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A service in a region.
 *
 * @param region where
 * @param role staging, canary or production
 * @param namespace the Kubernetes namespace
 * @param endpoint URL of the service itself in this region, for probes from outside and for checks
 * @param recordSet the DNS record set whose weight steers users here; none for staging
 * @param demand requests per second in each of the 24 local hours; all zero for staging
 * @param capacity declared requests per second: a first guess, recovery uses the observed one
 * @param parameters of the manifest template, over the service's own
 * @param metricLabels label matchers that select this presence's series
 * @param data what a staging presence declares of its data; none elsewhere
 */
public record Presence(
    RegionCode region,
    Role role,
    String namespace,
    String endpoint,
    Optional<RecordSet> recordSet,
    List<RequestsPerSecond> demand,
    RequestsPerSecond capacity,
    SortedMap<String, String> parameters,
    SortedMap<String, String> metricLabels,
    Optional<StagingData> data) {

  /** One weighted record set: hosted zone id, record name, type and set identifier. */
  public record RecordSet(String zone, String name, String type, String setIdentifier) {}

  /** A presence that declares nothing of its data. */
  public Presence(
      RegionCode region,
      Role role,
      String namespace,
      String endpoint,
      Optional<RecordSet> recordSet,
      List<RequestsPerSecond> demand,
      RequestsPerSecond capacity,
      SortedMap<String, String> parameters,
      SortedMap<String, String> metricLabels) {
    this(
        region,
        role,
        namespace,
        endpoint,
        recordSet,
        demand,
        capacity,
        parameters,
        metricLabels,
        Optional.empty());
  }

  /**
   * @throws IllegalArgumentException when the demand has not 24 hours
   */
  public Presence {
    demand = List.copyOf(demand);
    if (demand.size() != 24) {
      throw new IllegalArgumentException("demand should have 24 hours: has " + demand.size());
    }
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    metricLabels = Collections.unmodifiableSortedMap(new TreeMap<>(metricLabels));
  }

  /** The highest hour of the local day. */
  public RequestsPerSecond peak() {
    return demand.stream().max(RequestsPerSecond::compareTo).orElse(RequestsPerSecond.NONE);
  }

  /** Mean over the local day, requests per second. */
  public double meanDemand() {
    return demand.stream().mapToDouble(RequestsPerSecond::value).average().orElse(0);
  }
}
