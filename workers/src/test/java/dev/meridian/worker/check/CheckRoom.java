package dev.meridian.worker.check;

import dev.meridian.ledger.testing.Ports;
import dev.meridian.pace.Pace;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.service.CheckSpec;
import dev.meridian.service.ServiceSpec;
import dev.meridian.worker.Clock;
import dev.meridian.worker.HostAliases;
import dev.meridian.worker.LoopbackServer;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.RegionLedger;
import dev.meridian.worker.WorkerSettings;
import dev.meridian.worker.WorkerSettings.MetricsAddress;
import dev.meridian.worker.cluster.Clusters;
import dev.meridian.worker.frozen.FrozenExample;
import dev.meridian.worker.manifest.PlainManifestRenderer;
import dev.meridian.worker.manifest.RolloutManifests;
import dev.meridian.worker.metrics.PrometheusClients;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The checks of the example service, with a load of a second, against one loopback address. */
final class CheckRoom {
  static final String SECRET = "a signing secret";

  final Ports ports = Ports.inMemory();

  /** 50 requests and no limit on latency: what the machine can do is not tested here. */
  private static ServiceSpec withGentleLoad(ServiceSpec s) {
    return withLoad(s, List.of());
  }

  static ServiceSpec withCpu(ServiceSpec s) {
    return withLoad(
        s,
        List.of(
            new CheckSpec.Load.Resource(
                "cpu", "sum(rate(cpu{${labels}}[${window}]))", 0.9, Optional.of(1.5))));
  }

  private static ServiceSpec withLoad(ServiceSpec s, List<CheckSpec.Load.Resource> resources) {
    CheckSpec gentle =
        new CheckSpec.Load(
            "load",
            List.of(Role.STAGING),
            Duration.ofSeconds(60),
            "/api/cart",
            50,
            Duration.ofSeconds(1),
            new CheckSpec.Load.Limits(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Share(1_000))),
            resources);
    return withChecks(s, List.of(s.checks().getFirst(), gentle));
  }

  static ServiceSpec withChecks(ServiceSpec s, List<CheckSpec> checks) {
    return new ServiceSpec(
        s.name(),
        s.image(),
        s.template(),
        s.presences(),
        s.revisionLabel(),
        checks,
        s.gates(),
        s.plan(),
        s.release());
  }

  ServiceChecks checks(LoopbackServer server) {
    return checks(server, CheckRoom::withGentleLoad);
  }

  ServiceChecks checks(LoopbackServer server, UnaryOperator<ServiceSpec> change) {
    TreeMap<String, String> aliases = new TreeMap<>();
    aliases.put("checks.shop.example", server.address());
    aliases.put("checkout.eu-west-3.shop.example", server.address());
    WorkerSettings settings =
        new WorkerSettings(
            Path.of("none"),
            new TreeMap<>(
                Map.of(
                    "global",
                    new MetricsAddress(
                        URI.create("http://" + server.address()),
                        Optional.empty(),
                        Optional.empty()))),
            Optional.empty(),
            new TreeMap<>(Map.of("checks", SECRET)),
            Optional.empty(),
            new HostAliases(aliases),
            Pace.REAL);
    return new ServiceChecks(
        new ServiceChecks.Ports(
            FrozenExample.checkout().with(change),
            new RegionLedger(ports.releaseLedger(), new Clock(Pace.REAL)),
            new RolloutManifests(new PlainManifestRenderer(), ports.artifacts()),
            new LoadRecords(ports.releaseLedger(), ports.artifacts()),
            new PrometheusClients(settings),
            settings),
        new Clusters(Path.of("none")),
        Pulse::silent);
  }
}
