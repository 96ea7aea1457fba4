package dev.meridian.sandbox.service;

import com.sun.net.httpserver.HttpServer;
import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.world.RunningPods;
import dev.meridian.sandbox.world.World;
import dev.meridian.sandbox.world.WorldSpec.WorldRegion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The service of the world in all its regions: on each region's own loopback address, on one common
 * port, so that what DNS answers can be connected to.
 */
public final class ReleasedService implements AutoCloseable {
  private static final int TRIES = 20;

  static {
    // Without it small answers on kept connections wait 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<RegionCode, HttpServer> servers = new LinkedHashMap<>();

  private ReleasedService() {}

  /**
   * Listens in every region.
   *
   * @param port common to all; 0 for one that is free in all
   * @throws UncheckedIOException when the port is taken
   */
  public static ReleasedService start(World world, RunningPods pods, int port) {
    ReleasedService service = new ReleasedService();
    List<HttpServer> bound = bind(world.spec().regions(), port);
    for (WorldRegion region : world.spec().regions()) {
      HttpServer server = bound.get(service.servers.size());
      server.setExecutor(service.threads);
      server.createContext("/", new RegionService(region, world, pods));
      server.start();
      service.servers.put(region.code(), server);
    }
    return service;
  }

  /** The service by region: {@code http://127.0.1.N:PORT}. */
  public SortedMap<RegionCode, URI> addresses() {
    SortedMap<RegionCode, URI> addresses = new TreeMap<>();
    servers.keySet().forEach(region -> addresses.put(region, address(region)));
    return Collections.unmodifiableSortedMap(addresses);
  }

  /**
   * The service of a region.
   *
   * @throws IllegalArgumentException when the world has no such region
   */
  public URI address(RegionCode region) {
    InetSocketAddress address =
        Optional.ofNullable(servers.get(region))
            .map(HttpServer::getAddress)
            .orElseThrow(() -> new IllegalArgumentException("no region is called " + region));
    return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
  }

  /** The common port. */
  public int port() {
    return servers.values().iterator().next().getAddress().getPort();
  }

  @Override
  public void close() {
    servers.values().forEach(server -> server.stop(0));
    threads.shutdownNow();
  }

  /** A port that is free on the first address may be taken on another: then the next is tried. */
  private static List<HttpServer> bind(List<WorldRegion> regions, int port) {
    for (int attempt = 1; ; attempt++) {
      List<HttpServer> bound = new ArrayList<>();
      try {
        int common = port;
        for (WorldRegion region : regions) {
          InetAddress address = InetAddress.ofLiteral(region.address());
          bound.add(HttpServer.create(new InetSocketAddress(address, common), 0));
          common = bound.getFirst().getAddress().getPort();
        }
        return bound;
      } catch (IOException e) {
        bound.forEach(server -> server.stop(0));
        if (port != 0 || attempt == TRIES) {
          throw new UncheckedIOException("cannot listen for the service on port " + port, e);
        }
      }
    }
  }
}
