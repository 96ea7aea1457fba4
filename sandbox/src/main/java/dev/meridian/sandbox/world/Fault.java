package dev.meridian.sandbox.world;

import dev.meridian.region.RegionCode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that befalls the world.
 *
 * @param kind what
 * @param region where; empty for everywhere
 * @param from world time
 * @param until world time; empty while it lasts
 */
public record Fault(Kind kind, Optional<RegionCode> region, Instant from, Optional<Instant> until) {
  /** What can befall. */
  public enum Kind {
    /** The region's Kubernetes API refuses connections. */
    CLUSTER_AWAY,
    /** The region's Kubernetes API answers 429. */
    CLUSTER_THROTTLED,
    /** The released service in the region refuses connections; its users get errors. */
    SERVICE_DOWN,
    /** No sample of the region's series is scraped. */
    METRICS_SILENT,
    /** The Prometheus API answers 503. */
    METRICS_AWAY,
    /** Prometheus' own clock is ten minutes ahead, and every sample is stamped so. */
    METRICS_CLOCK_AHEAD,
    /** Changes of the zone are throttled. */
    DNS_THROTTLED,
    /** The region's registry does not serve any image. */
    REGISTRY_AWAY,
    /** Bad weather: requests fail five times as often as usual, whichever revision serves. */
    STORM;

    /** As over HTTP and in the journal: {@code METRICS_SILENT} is {@code metrics-silent}. */
    public String spelled() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public boolean active(Instant when) {
    return !when.isBefore(from) && until.map(when::isBefore).orElse(true);
  }
}
