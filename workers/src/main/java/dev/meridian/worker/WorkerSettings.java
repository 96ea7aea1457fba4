package dev.meridian.worker;

import dev.meridian.pace.Pace;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a worker is told about its surroundings. Documents name clusters, metrics endpoints and
 * secrets; only here do the names get addresses and credentials.
 *
 * @param kubeconfig a region's {@code cluster} is the name of a context in it
 * @param metrics by the name in a region's {@code metrics}
 * @param route53 an endpoint other than AWS's own
 * @param secrets by name: signing keys of check hooks; never logged
 * @param pager where pages are posted
 * @param hostAliases addresses for hosts that no DNS here knows
 * @param pace the one clock
 */
public record WorkerSettings(
    Path kubeconfig,
    SortedMap<String, MetricsAddress> metrics,
    Optional<URI> route53,
    SortedMap<String, String> secrets,
    Optional<URI> pager,
    HostAliases hostAliases,
    Pace pace) {

  /**
   * A Prometheus-compatible endpoint.
   *
   * @param url base, without {@code /api/v1}
   * @param bearerToken sent as it is
   * @param tenant sent as {@code X-Scope-OrgID}
   */
  public record MetricsAddress(URI url, Optional<String> bearerToken, Optional<String> tenant) {
    @Override
    public String toString() {
      return url.toString();
    }
  }

  public WorkerSettings {
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
  }

  /** Names only: a settings object may be logged. */
  @Override
  public String toString() {
    return "WorkerSettings[metrics="
        + metrics
        + ", secrets="
        + secrets.keySet()
        + ", pace="
        + pace
        + "]";
  }
}
