package dev.meridian.worker.metrics;

import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sample.RawSeries;
import dev.meridian.gate.sample.Tiling;
import dev.meridian.service.CheckSpec;
import dev.meridian.worker.frozen.FrozenRollout;
import dev.meridian.worker.metrics.PrometheusClient.Patience;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Asks the region's metrics system what the contender used while a load ran. */
public final class ResourceReader {
  /** Samples may arrive so much later than what they measure. */
  public static final Duration SETTLE = RegionBake.SETTLE;

  private final PrometheusClients clients;

  public ResourceReader(PrometheusClients clients) {
    this.clients = clients;
  }

  /**
   * Each resource at the end of a load, of the contender's revision alone.
   *
   * @param load one interval from its first request to its last answer
   */
  public SortedMap<String, Measured<Double>> read(
      List<CheckSpec.Load.Resource> resources, FrozenRollout frozen, Tiling load) {
    SortedMap<String, Measured<Double>> used = new TreeMap<>();
    for (CheckSpec.Load.Resource resource : resources) {
      used.put(resource.name(), read(resource, Contender.alone(frozen), load));
    }
    return used;
  }

  private Measured<Double> read(
      CheckSpec.Load.Resource resource, Contender contender, Tiling load) {
    Instant at = load.until().truncatedTo(ChronoUnit.MILLIS);
    String query =
        new Selector(resource.query())
            .with(contender.matchers())
            .replace(CheckSpec.Load.WINDOW, seconds(load) + "s");
    return OneSeries.newest(OneSeries.of(() -> series(contender, query, at)));
  }

  private List<RawSeries> series(Contender contender, String query, Instant at) {
    return clients.inTime(contender.metrics(), Patience.POLL).instant(query, at);
  }

  private static long seconds(Tiling load) {
    return Math.max(1, Duration.between(load.from(), load.until()).toSeconds());
  }
}
