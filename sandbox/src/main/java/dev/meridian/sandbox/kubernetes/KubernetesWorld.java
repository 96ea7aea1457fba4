package dev.meridian.sandbox.kubernetes;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.kubernetes.api.ApiServer;
import dev.meridian.sandbox.kubernetes.cluster.Cluster;
import dev.meridian.sandbox.kubernetes.controller.Nodes;
import dev.meridian.sandbox.world.RunningPods;
import dev.meridian.sandbox.world.World;
import dev.meridian.sandbox.world.WorldSpec;
import dev.meridian.sandbox.world.WorldSpec.WorldRegion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clusters of all regions, each behind its own address, and what runs in them. */
public final class KubernetesWorld implements RunningPods, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KubernetesWorld.class);
  private static final Duration TICK = Duration.ofMillis(50);

  /**
   * What is left to choose.
   *
   * @param serviceDocument YAML of the service whose incumbent runs everywhere at the beginning
   * @param firstPort of the first region; the others follow. 0 for any free ones
   */
  public record Settings(String serviceDocument, int firstPort) {}

  /** A region's cluster with its face. */
  private record Seat(WorldRegion region, Cluster cluster, ApiServer server) {}

  private final WorldSpec spec;
  private final Map<RegionCode, Seat> seats = new LinkedHashMap<>();
  private final Thread ticker =
      Thread.ofPlatform().daemon().name("kubernetes-controllers").unstarted(this::tick);

  private KubernetesWorld(WorldSpec spec) {
    this.spec = spec;
  }

  /**
   * Folds the journal and listens; the first time the incumbent is there already.
   *
   * @throws UncheckedIOException when a port is taken
   */
  public static KubernetesWorld start(World world, Settings settings) {
    KubernetesWorld started = new KubernetesWorld(world.spec());
    Incumbent incumbent = new Incumbent(world.spec(), settings.serviceDocument());
    try {
      for (WorldRegion region : world.spec().regions()) {
        int port = settings.firstPort() == 0 ? 0 : settings.firstPort() + started.seats.size();
        started.seats.put(region.code(), seat(region, world, incumbent, port));
      }
    } catch (IOException e) {
      started.close();
      throw new UncheckedIOException(
          "cannot listen for a cluster: "
              + e.getMessage()
              + "; another sandbox may be running: stop it, or use --world-ports 0 and --port 0",
          e);
    }
    started.ticker.start();
    return started;
  }

  private static Seat seat(WorldRegion region, World world, Incumbent incumbent, int port)
      throws IOException {
    Nodes nodes = new Nodes(region.code(), world.spec(), world.faults());
    Cluster cluster = Cluster.start(region.code(), world, nodes, incumbent.in(region));
    return new Seat(region, cluster, ApiServer.start(region.code(), cluster, world, port));
  }

  /** The API servers by region. */
  public SortedMap<RegionCode, URI> addresses() {
    SortedMap<RegionCode, URI> addresses = new TreeMap<>();
    seats.forEach((code, seat) -> addresses.put(code, seat.server().address()));
    return Collections.unmodifiableSortedMap(addresses);
  }

  /** The API server of a region. */
  public URI address(RegionCode region) {
    return seat(region).server().address();
  }

  /** Writes a kubeconfig with one context for each region, called by its code. */
  public void writeKubeconfig(Path file) {
    Kubeconfig.write(file, addresses());
  }

  @Override
  public List<Running> at(RegionCode region, Instant when) {
    Seat seat = seat(region);
    return seat.cluster().serving(seat.region().namespace(), spec.service(), when);
  }

  @Override
  public List<Instant> changes(RegionCode region, Instant from, Instant to) {
    Seat seat = seat(region);
    return seat.cluster().servingChanges(seat.region().namespace(), spec.service(), from, to);
  }

  @Override
  public void close() {
    ticker.interrupt();
    seats.values().forEach(seat -> seat.server().close());
  }

  /** So that watches hear of what time brings, even if nobody else looks. */
  private void tick() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        seats.values().forEach(seat -> seat.cluster().tick());
        Thread.sleep(TICK);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("a controller failed", e);
      }
    }
  }

  private Seat seat(RegionCode region) {
    Seat seat = seats.get(region);
    if (seat == null) {
      throw new IllegalArgumentException("no region of the world is called " + region);
    }
    return seat;
  }
}
