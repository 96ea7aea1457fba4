package dev.meridian.worker.metrics;

import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.knowledge.Changes;
import dev.meridian.ledger.knowledge.Disturbances;
import dev.meridian.ledger.knowledge.Incidents;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.pace.Pace;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.region.plan.BakeTime;
import dev.meridian.region.plan.Judgement;
import dev.meridian.region.plan.Placement;
import dev.meridian.region.plan.PlacementReason;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.Wave;
import dev.meridian.region.plan.WaveGroup;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.sandbox.fault.JournaledFaults;
import dev.meridian.sandbox.prometheus.PrometheusServer;
import dev.meridian.sandbox.prometheus.WrongClock;
import dev.meridian.sandbox.traffic.PlannedPods;
import dev.meridian.sandbox.traffic.TrafficMetrics;
import dev.meridian.sandbox.traffic.UnchangedWeights;
import dev.meridian.sandbox.world.Defect;
import dev.meridian.sandbox.world.ExampleWorld;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.sandbox.world.InMemoryJournal;
import dev.meridian.sandbox.world.RunningPods.Running;
import dev.meridian.sandbox.world.WorldClock;
import dev.meridian.sandbox.world.WorldSpec;
import dev.meridian.sandbox.world.WorldSpec.WorldImage;
import dev.meridian.service.ServiceSpec;
import dev.meridian.worker.Clock;
import dev.meridian.worker.HostAliases;
import dev.meridian.worker.OutsideView;
import dev.meridian.worker.WorkerSettings;
import dev.meridian.worker.WorkerSettings.MetricsAddress;
import dev.meridian.worker.frozen.FrozenExample;
import dev.meridian.worker.frozen.FrozenRollout;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

/**
 * The example world at a pace of an hour a second: users, metrics behind a real HTTP server, and a
 * ledger in memory. Pods run by plan; nothing is deployed by anybody.
 */
final class BakeScene implements AutoCloseable {
  static final String SEOUL = "ap-northeast-2";
  static final Instant RELEASED = Instant.parse("2026-03-02T06:00:00Z");
  private static final Instant BEGINS = RELEASED.minus(Duration.ofHours(25));
  private static final Duration BAKE = Duration.ofHours(2);

  final Ports ports = Ports.inMemory();
  final FrozenExample example = FrozenExample.checkout();
  final Clock clock = new Clock(new Pace(Instant.now(), RELEASED, 3600));
  private final WorldClock worldClock = WorldClock.of(clock.pace());
  private final WorldSpec spec;
  private final InMemoryJournal journal = new InMemoryJournal(worldClock);
  private final JournaledFaults faults = new JournaledFaults(journal);
  private final PlannedPods pods = new PlannedPods();
  private final PrometheusServer prometheus;

  BakeScene(Defect... contender) {
    spec =
        ExampleWorld.of(
            11,
            BEGINS,
            List.of(
                new WorldImage(example.service().image().toString(), List.of()),
                new WorldImage(FrozenExample.CONTENDER, List.of(contender))));
    for (WorldSpec.WorldRegion region : spec.regions()) {
      pods.from(region.code(), BEGINS, List.of(new Running(spec.incumbent(), "old", 4, BEGINS)));
    }
    TrafficMetrics metrics =
        new TrafficMetrics(
            spec,
            new TrafficMetrics.Causes(pods, new UnchangedWeights(spec), faults, journal),
            worldClock);
    WrongClock stamps = new WrongClock(worldClock, this::ahead);
    prometheus =
        PrometheusServer.start(
            stamps.stamped(metrics),
            stamps,
            now -> faults.active(Fault.Kind.METRICS_AWAY, new RegionCode(SEOUL), now),
            0);
    record(
        "started",
        RELEASED,
        new ReleaseEvent.ReleaseStarted(
            example.service().name(),
            example.of(SEOUL).revision().id(),
            example.image(),
            1,
            1,
            spec.regions().stream().map(region -> planned(region.code())).toList(),
            Share.NONE,
            "anna",
            "test"));
  }

  private static PlannedRegion planned(RegionCode region) {
    return new PlannedRegion(region, 2, Role.PRODUCTION, Share.NONE, region.value());
  }

  private Duration ahead(Instant now) {
    return faults.active(Fault.Kind.METRICS_CLOCK_AHEAD, new RegionCode(SEOUL), now)
        ? Duration.ofMinutes(10)
        : Duration.ZERO;
  }

  /** A defect for the users of Seoul. */
  static Defect hangulErrors(double share) {
    return new Defect.Errors(
        new Defect.When(Optional.of("script=hangul"), Optional.empty(), Optional.empty()), share);
  }

  /** The contender serves everybody in a region from now on. */
  Instant exposed(String region) {
    Instant at = clock.now();
    String label = example.of(region).revision().id().label();
    RegionCode code = new RegionCode(region);
    pods.from(
        code, at.minusSeconds(60), List.of(new Running(FrozenExample.CONTENDER, label, 4, at)));
    journal.append("kubernetes", Map.of("region", region));
    record("wave/" + region, at, new ReleaseEvent.WaveStarted(2, List.of(code), "next"));
    record("deployed/" + region, at, new RegionEvent.Deployed(code, 1, at));
    return at;
  }

  void passed(String region) {
    ended(region, RegionEnd.PASSED);
  }

  void ended(String region, RegionEnd end) {
    record(
        "ended/" + region,
        clock.now(),
        new RegionEvent.RegionEnded(new RegionCode(region), 1, end, "test"));
  }

  void takenBack() {
    record(
        "recovery", clock.now(), new ReleaseEvent.RecoveryStarted(RecoveryCause.DEGRADED, "test"));
  }

  void begin(Fault.Kind kind, Optional<String> region) {
    faults.begin(kind, region.map(RegionCode::new), Optional.empty());
  }

  private void record(String key, Instant at, ReleaseEvent event) {
    ports.releaseLedger().record(FrozenExample.RELEASE, 1, "meridian", new Keyed<>(key, at, event));
  }

  PrometheusGateActivities activities(OutsideView outside) {
    return new PrometheusGateActivities(
        this::frozen,
        ports.releaseLedger(),
        ports.artifacts(),
        ports.alerts(),
        new Changes(ports.ledger()),
        disturbances(),
        clock,
        clients(),
        outside);
  }

  BakeSources sources(ExecutorService threads) {
    PrometheusClients clients = clients();
    return new BakeSources(
        clients,
        new HistoryReader(clients, disturbances()),
        threads,
        new HeardAlerts(ports.alerts()));
  }

  private Disturbances disturbances() {
    return new Disturbances(
        ports.releases(),
        ports.releaseLedger(),
        new Incidents(ports.ledger()),
        new Changes(ports.ledger()));
  }

  PrometheusClients clients() {
    return new PrometheusClients(settings());
  }

  private WorkerSettings settings() {
    URI url = prometheus.address();
    return new WorkerSettings(
        Path.of("unused"),
        new TreeMap<>(
            Map.of("global", new MetricsAddress(url, Optional.empty(), Optional.empty()))),
        Optional.empty(),
        new TreeMap<>(),
        Optional.empty(),
        HostAliases.NONE,
        clock.pace());
  }

  /** Every production region in a wave of its own, two hours each. */
  FrozenRollout frozen(RegionAttempt rollout) {
    FrozenRollout frozen = example.of(rollout);
    ServiceSpec service = frozen.service();
    List<Wave> waves = new ArrayList<>();
    service.presences().stream()
        .filter(presence -> presence.role().hasUsers())
        .forEach(presence -> {
          BakeTime bake = new BakeTime(BAKE, Duration.ofHours(24), 1000, List.of("policy floor"));
          PlacementReason reason =
              new PlacementReason(List.of(), Optional.empty(), Share.NONE, false, "test");
          Placement placement =
              new Placement(presence.region(), presence.role(), Share.NONE, bake, reason);
          waves.add(
              new Wave(waves.size() + 1, WaveGroup.LOW_TRAFFIC, List.of(placement), Share.NONE));
        });
    return new FrozenRollout(
        rollout,
        frozen.catalog(),
        service,
        frozen.region(),
        frozen.presence(),
        frozen.revision(),
        new Plan(waves, List.of()));
  }

  /** The same with all of these in one wave, judged as one. */
  FrozenRollout pooled(RegionAttempt rollout, List<RegionCode> together) {
    FrozenRollout alone = frozen(rollout);
    List<Placement> placements =
        alone.plan().waves().stream()
            .flatMap(wave -> wave.placements().stream())
            .filter(placement -> together.contains(placement.region()))
            .map(it ->
                new Placement(
                    it.region(),
                    it.role(),
                    it.traffic(),
                    it.bake(),
                    it.reason(),
                    Judgement.POOLED_OR_UNPROVEN))
            .toList();
    return new FrozenRollout(
        rollout,
        alone.catalog(),
        alone.service(),
        alone.region(),
        alone.presence(),
        alone.revision(),
        new Plan(List.of(new Wave(1, WaveGroup.LOW_TRAFFIC, placements, Share.NONE)), List.of()));
  }

  List<ReleaseEvent> events() {
    return ports.releaseLedger().history(FrozenExample.RELEASE).stream()
        .map(Recorded::event)
        .toList();
  }

  @Override
  public void close() {
    prometheus.close();
  }
}
