package dev.meridian.sandbox;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.dns.DnsServer;
import dev.meridian.sandbox.dns.HostedZones;
import dev.meridian.sandbox.dns.Route53Server;
import dev.meridian.sandbox.fault.FaultServer;
import dev.meridian.sandbox.fault.JournaledFaults;
import dev.meridian.sandbox.kubernetes.KubernetesWorld;
import dev.meridian.sandbox.prometheus.PrometheusServer;
import dev.meridian.sandbox.prometheus.WrongClock;
import dev.meridian.sandbox.registry.Registries;
import dev.meridian.sandbox.service.CheckHook;
import dev.meridian.sandbox.service.Pager;
import dev.meridian.sandbox.service.ReleasedService;
import dev.meridian.sandbox.traffic.TrafficMetrics;
import dev.meridian.sandbox.world.ExampleWorld;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.sandbox.world.FileJournal;
import dev.meridian.sandbox.world.World;
import dev.meridian.sandbox.world.WorldClock;
import dev.meridian.sandbox.world.WorldOrigin;
import dev.meridian.sandbox.world.WorldSpec;
import dev.meridian.sandbox.world.WorldSpec.WorldRegion;
import dev.meridian.sandbox.world.WorldTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A world with all its servers: started anew in an empty directory, or continued in the one that
 * remembers it.
 */
public final class RunningWorld implements AutoCloseable {
  /** What requests to the example's check hook are signed with; it guards nothing. */
  public static final String CHECK_SECRET = "sandbox-checks";

  private static final Logger LOG = LoggerFactory.getLogger(RunningWorld.class);
  private static final Duration CLOCK_AHEAD = Duration.ofMinutes(10);

  /** A part, closed before those that it stands on. */
  private record Part(String name, AutoCloseable closing) {}

  private final Deque<Part> parts = new ArrayDeque<>();
  private final WorldSettings settings;
  private final World world;
  private final JournaledFaults faults;
  private final TrafficMetrics traffic;
  private final WorldAddresses addresses;

  private RunningWorld(WorldSpec spec, WorldSettings settings) throws IOException {
    this.settings = settings;
    WorldClock clock = WorldClock.of(settings.pace());
    try {
      FileJournal journal = opened("journal", FileJournal.open(settings.directory(), clock));
      WorldOrigin.confirm(journal, spec);
      opened("time", WorldTime.remember(settings.directory(), clock));
      this.faults = new JournaledFaults(journal);
      this.world = new World(spec, clock, journal, faults);
      KubernetesWorld clusters = opened("clusters", clusters());
      HostedZones zones = new HostedZones(spec, journal, clock);
      TrafficMetrics.Causes causes = new TrafficMetrics.Causes(clusters, zones, faults, journal);
      this.traffic = new TrafficMetrics(spec, causes, clock);
      this.addresses = listen(clusters, zones);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts a world, or continues it.
   *
   * @throws IllegalStateException when the directory is in use, or holds another world
   * @throws UncheckedIOException when the directory cannot be used, or a port is taken
   */
  public static RunningWorld start(WorldSpec spec, WorldSettings settings) {
    try {
      return new RunningWorld(spec, settings);
    } catch (IOException e) {
      throw new UncheckedIOException("the world cannot start: " + e.getMessage(), e);
    }
  }

  /** Where its servers listen. */
  public WorldAddresses addresses() {
    return addresses;
  }

  public WorldClock clock() {
    return world.clock();
  }

  /** Faults, to begin and to end. */
  public JournaledFaults faults() {
    return faults;
  }

  /** What is measured, and what of it was harm: for those who may open the envelope. */
  public TrafficMetrics traffic() {
    return traffic;
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      Part part = parts.pop();
      try {
        part.closing().close();
      } catch (Exception e) {
        LOG.warn("the world's {} did not close", part.name(), e);
      }
    }
  }

  private KubernetesWorld clusters() {
    String service = ExampleWorld.text("checkout.yaml");
    return KubernetesWorld.start(
        world, new KubernetesWorld.Settings(service, settings.ports().clusters()));
  }

  private WorldAddresses listen(KubernetesWorld clusters, HostedZones zones) throws IOException {
    WorldPorts ports = settings.ports();
    WorldClock clock = world.clock();
    WrongClock stamps = new WrongClock(clock, this::metricsAhead);
    PrometheusServer prometheus =
        opened(
            "Prometheus",
            PrometheusServer.start(
                stamps.stamped(traffic), stamps, this::metricsAway, ports.prometheus()));
    List<RegionCode> regions = world.spec().regions().stream().map(WorldRegion::code).toList();
    FaultServer faultServer = opened("faults", FaultServer.start(faults, regions, ports.faults()));
    Route53Server route53 =
        opened("Route 53", Route53Server.start(zones, faults, clock, ports.route53()));
    DnsServer dns = opened("DNS", DnsServer.start(zones, clock, ports.dns(), world.spec().seed()));
    Pager pager = opened("pager", Pager.start(world.journal(), ports.pager()));
    SortedMap<String, String> aliases = services(clusters);
    Path kubeconfig = settings.directory().resolve("kubeconfig");
    clusters.writeKubeconfig(kubeconfig);
    return new WorldAddresses(
        kubeconfig,
        prometheus.address(),
        route53.endpoint(),
        dns.address(),
        faultServer.address(),
        pager.address(),
        aliases);
  }

  /** Starts what documents name by host: registries, the released service, its checks. */
  private SortedMap<String, String> services(KubernetesWorld clusters) {
    WorldPorts ports = settings.ports();
    Registries registries = opened("registries", Registries.start(world, ports.registries()));
    ReleasedService service =
        opened("service", ReleasedService.start(world, clusters, ports.service()));
    CheckHook checks =
        opened("checks", CheckHook.start(service.addresses(), CHECK_SECRET, ports.checks()));
    SortedMap<String, String> aliases = new TreeMap<>();
    for (WorldRegion region : world.spec().regions()) {
      aliases.put(region.registry(), registries.address(region.code()).getAuthority());
      aliases.put(region.endpoint(), region.address() + ":" + service.port());
    }
    ExampleWorld.checkHosts().forEach(host -> aliases.put(host, checks.address().getAuthority()));
    return aliases;
  }

  private boolean metricsAway(Instant now) {
    return befalls(Fault.Kind.METRICS_AWAY, now);
  }

  private Duration metricsAhead(Instant now) {
    return befalls(Fault.Kind.METRICS_CLOCK_AHEAD, now) ? CLOCK_AHEAD : Duration.ZERO;
  }

  private boolean befalls(Fault.Kind kind, Instant now) {
    return faults.all().stream().anyMatch(fault -> fault.kind() == kind && fault.active(now));
  }

  private <T extends AutoCloseable> T opened(String name, T part) {
    parts.push(new Part(name, part));
    return part;
  }
}
