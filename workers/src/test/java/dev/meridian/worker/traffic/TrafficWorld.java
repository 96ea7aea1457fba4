package dev.meridian.worker.traffic;

import dev.meridian.document.Reading;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.pace.Pace;
import dev.meridian.region.CatalogReader;
import dev.meridian.region.Presence;
import dev.meridian.region.Region;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.RegionCode;
import dev.meridian.region.RequestsPerSecond;
import dev.meridian.region.plan.Plan;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.sandbox.dns.HostedZones;
import dev.meridian.sandbox.dns.Route53Server;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.sandbox.world.Faults;
import dev.meridian.sandbox.world.InMemoryJournal;
import dev.meridian.sandbox.world.WorldClock;
import dev.meridian.sandbox.world.WorldSpec;
import dev.meridian.service.Revision;
import dev.meridian.service.ServiceReader;
import dev.meridian.service.ServiceSpec;
import dev.meridian.worker.Clock;
import dev.meridian.worker.HostAliases;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.WorkerSettings;
import dev.meridian.worker.WorkerSettings.MetricsAddress;
import dev.meridian.worker.frozen.FrozenRollout;
import dev.meridian.worker.frozen.FrozenRollouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The documentation's regions and service, behind the sandbox's Route 53, in a world that hurries.
 */
final class TrafficWorld implements AutoCloseable {
  static final String NAME = "checkout.shop.example";
  static final ReleaseId RELEASE = ReleaseId.parse("0198c0de-0000-7000-8000-000000000001");
  private static final String ZONE = "Z0SHOPEXAMPLE";
  private static final Map<String, Integer> WEIGHTS =
      Map.of(
          "us-east-1",
          155,
          "ap-south-1",
          106,
          "eu-central-1",
          86,
          "ap-northeast-1",
          49,
          "ap-southeast-1",
          27,
          "sa-east-1",
          22,
          "ap-northeast-2",
          20,
          "me-central-1",
          13,
          "ca-central-1",
          12,
          "af-south-1",
          10);

  final Pace pace = new Pace(Instant.now(), Instant.parse("2026-03-02T12:00:00Z"), 600);
  final Clock clock = new Clock(pace);
  final Ports ports = Ports.inMemory();
  final RegionCatalog catalog = valid(CatalogReader.read(document("catalog.yaml")));
  final ServiceSpec service = valid(ServiceReader.read(document("checkout.yaml"), catalog));
  final WorldSpec spec = spec();
  final WorldClock worldClock = WorldClock.of(pace);
  final InMemoryJournal journal = new InMemoryJournal(worldClock);
  final HostedZones zones = new HostedZones(spec, journal, worldClock);
  final Faults switchedFaults = new SwitchedFaults();
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final Route53Server server;

  TrafficWorld() {
    try {
      server = Route53Server.start(zones, switchedFaults, worldClock, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI endpoint() {
    return server.endpoint();
  }

  /** A worker process of its own: own locks, own budget, own client. */
  Route53TrafficActivities worker(URI endpoint, RequestRate rates) {
    return new Route53TrafficActivities(
        new Route53TrafficActivities.Ports(
            rollouts(),
            ports.releaseLedger(),
            ports.artifacts(),
            clock,
            Route53Clients.of(settings(endpoint)),
            rates,
            new RequestBudget(1000, System::nanoTime),
            Pulse::silent));
  }

  WorkerSettings settings(URI endpoint) {
    return settings(endpoint, new TreeMap<>());
  }

  WorkerSettings settings(URI endpoint, SortedMap<String, MetricsAddress> metrics) {
    return new WorkerSettings(
        Path.of("kubeconfig"),
        metrics,
        Optional.of(endpoint),
        new TreeMap<>(),
        Optional.empty(),
        HostAliases.NONE,
        pace);
  }

  FrozenRollouts rollouts() {
    return rollout ->
        new FrozenRollout(
            rollout,
            catalog,
            service,
            catalog.region(rollout.region()),
            service.presence(rollout.region()).orElseThrow(),
            new Revision(service.image(), service.template(), new TreeMap<>()),
            new Plan(List.of(), List.of()));
  }

  static RegionAttempt in(String region) {
    return new RegionAttempt(RELEASE, new RegionCode(region), 1, 1);
  }

  /** Records an event as if another activity had. */
  void happened(RegionEvent event) {
    RegionAttempt rollout = in(event.region().value());
    new dev.meridian.worker.RegionLedger(ports.releaseLedger(), clock)
        .record(rollout, rollout.key(event.getClass().getSimpleName()), event);
  }

  /** Weights as accepted, whether or not they are answered yet. */
  SortedMap<String, Integer> weights() {
    TreeMap<String, Integer> weights = new TreeMap<>();
    zones
        .accepted()
        .sets()
        .forEach((key, set) -> set.weight().ifPresent(w -> weights.put(key.setIdentifier(), w)));
    return weights;
  }

  static SortedMap<String, Integer> weightsAtTheBeginning() {
    return new TreeMap<>(WEIGHTS);
  }

  /** Accepted changes since the beginning. */
  int changes() {
    return journal.entries(HostedZones.KIND).size() - 1;
  }

  void throttled(boolean on) {
    faults.clear();
    if (on) {
      faults.add(
          new Fault(Fault.Kind.DNS_THROTTLED, Optional.empty(), Instant.EPOCH, Optional.empty()));
    }
  }

  @Override
  public void close() {
    server.close();
  }

  /** Users who follow what is answered at once; a share of their requests may fail. */
  final class PromptUsers implements RequestRate {
    volatile double badShare;

    @Override
    public Optional<Seen> of(ServiceSpec asked, Region region) {
      int usual = WEIGHTS.getOrDefault(region.code().value(), 1);
      int now = zones.at(NAME, clock.now()).getOrDefault(region.code().value(), 0);
      double rate = 100 * Math.min(1.0, now / (double) usual);
      return Optional.of(new Seen(rate, rate > 0 ? Optional.of(badShare) : Optional.empty()));
    }
  }

  private final class SwitchedFaults implements Faults {
    @Override
    public boolean active(Fault.Kind kind, RegionCode region, Instant when) {
      return faults.stream().anyMatch(fault -> fault.kind() == kind && fault.active(when));
    }

    @Override
    public List<Fault> all() {
      return List.copyOf(faults);
    }
  }

  private WorldSpec spec() {
    return new WorldSpec(
        7,
        pace.anchor().minusSeconds(3600),
        "checkout",
        NAME,
        ZONE,
        service.presences().stream().map(this::region).toList(),
        List.of(new WorldSpec.WorldImage(service.image().toString(), List.of())),
        service.image().toString());
  }

  private WorldSpec.WorldRegion region(Presence presence) {
    Region region = catalog.region(presence.region());
    return new WorldSpec.WorldRegion(
        region.code(),
        region.zone(),
        presence.demand().stream().map(RequestsPerSecond::value).toList(),
        region.traits(),
        presence.namespace(),
        region.registry(),
        presence.endpoint(),
        "127.0.1." + (1 + service.presences().indexOf(presence)),
        WEIGHTS.getOrDefault(region.code().value(), 0));
  }

  private static Map<String, Object> document(String file) {
    Path path = Path.of(System.getProperty("house.root", ".."), "docs", "examples", file);
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T valid(Reading<T> reading) {
    return switch (reading) {
      case Reading.Valid<T> valid -> valid.value();
      case Reading.Invalid<T> invalid -> throw new AssertionError(invalid.problems().toString());
    };
  }
}
