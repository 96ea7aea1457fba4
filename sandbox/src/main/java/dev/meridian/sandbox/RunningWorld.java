package dev.meridian.sandbox;

import dev.meridian.sandbox.dns.DnsServer;
import dev.meridian.sandbox.dns.HostedZones;
import dev.meridian.sandbox.dns.Route53Server;
import dev.meridian.sandbox.fault.FaultServer;
import dev.meridian.sandbox.fault.JournaledFaults;
import dev.meridian.sandbox.kubernetes.KubernetesWorld;
import dev.meridian.sandbox.prometheus.PrometheusServer;
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
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A world with all its servers: started from a directory that remembers it, or anew in an empty
 * one.
 */
public final class RunningWorld implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningWorld.class);

  /** A part that is closed before those that it stands on. */
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
      this.traffic =
          new TrafficMetrics(
              spec, new TrafficMetrics.Causes(clusters, zones, faults, journal), clock);
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
    return KubernetesWorld.start(
        world,
        new KubernetesWorld.Settings(
            ExampleWorld.text("checkout.yaml"), settings.ports().kubernetes()));
  }

  private WorldAddresses listen(KubernetesWorld clusters, HostedZones zones) throws IOException {
    WorldPorts ports = settings.ports();
    WorldClock clock = world.clock();
    PrometheusServer prometheus =
        opened(
            "Prometheus",
            PrometheusServer.start(traffic, clock, this::metricsAway, ports.prometheus()));
    FaultServer faultServer =
        opened(
            "faults",
            FaultServer.start(
                faults,
                world.spec().regions().stream().map(WorldRegion::code).toList(),
                ports.faults()));
    Route53Server route53 =
        opened("Route 53", Route53Server.start(zones, faults, clock, ports.route53()));
    DnsServer dns = opened("DNS", DnsServer.start(zones, clock, ports.dns(), world.spec().seed()));
    Path kubeconfig = settings.directory().resolve("kubeconfig");
    clusters.writeKubeconfig(kubeconfig);
    return new WorldAddresses(
        kubeconfig,
        prometheus.address(),
        route53.endpoint(),
        dns.address(),
        faultServer.address(),
        new TreeMap<>());
  }

  private boolean metricsAway(Instant now) {
    return faults.all().stream()
        .anyMatch(fault -> fault.kind() == Fault.Kind.METRICS_AWAY && fault.active(now));
  }

  private <T extends AutoCloseable> T opened(String name, T part) {
    parts.push(new Part(name, part));
    return part;
  }
}
