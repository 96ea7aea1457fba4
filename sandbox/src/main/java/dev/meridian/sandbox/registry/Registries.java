package dev.meridian.sandbox.registry;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.loopback.LoopbackServer;
import dev.meridian.sandbox.world.World;
import dev.meridian.sandbox.world.WorldSpec.WorldRegion;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The registries of all regions, each behind its own address. */
public final class Registries implements AutoCloseable {
  private final Map<RegionCode, LoopbackServer> servers = new LinkedHashMap<>();

  private Registries() {}

  /**
   * Listens.
   *
   * @param firstPort of the first region; the others follow. 0 for any free ones
   * @throws java.io.UncheckedIOException when a port is taken
   */
  public static Registries start(World world, int firstPort) {
    Registries registries = new Registries();
    for (WorldRegion region : world.spec().regions()) {
      int port = firstPort == 0 ? 0 : firstPort + registries.servers.size();
      Registry registry = new Registry(region.code(), world);
      registries.servers.put(region.code(), LoopbackServer.start(port, registry));
    }
    return registries;
  }

  /** The registries by region. */
  public SortedMap<RegionCode, URI> addresses() {
    SortedMap<RegionCode, URI> addresses = new TreeMap<>();
    servers.forEach((region, server) -> addresses.put(region, server.address()));
    return Collections.unmodifiableSortedMap(addresses);
  }

  /**
   * The registry of a region.
   *
   * @throws IllegalArgumentException when the world has no such region
   */
  public URI address(RegionCode region) {
    return Optional.ofNullable(servers.get(region))
        .map(LoopbackServer::address)
        .orElseThrow(() -> new IllegalArgumentException("no region is called " + region));
  }

  @Override
  public void close() {
    servers.values().forEach(LoopbackServer::close);
  }
}
