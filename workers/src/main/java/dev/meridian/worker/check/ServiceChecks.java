package dev.meridian.worker.check;

import dev.meridian.activity.CheckActivities;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent.CheckEnded;
import dev.meridian.service.CheckSpec;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.RegionLedger;
import dev.meridian.worker.WorkerSettings;
import dev.meridian.worker.cluster.Cluster;
import dev.meridian.worker.cluster.Clusters;
import dev.meridian.worker.frozen.FrozenRollouts;
import dev.meridian.worker.manifest.RolloutManifests;
import dev.meridian.worker.metrics.PrometheusClients;
import dev.meridian.worker.metrics.ResourceReader;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs the checks that a service names. */
public final class ServiceChecks implements CheckActivities {
  private final FrozenRollouts rollouts;
  private final RegionLedger ledger;
  private final Clusters clusters;
  private final HookCheck hooks;
  private final JobCheck jobs;
  private final LoadCheck loads;
  private final Supplier<Pulse> pulses;

  /** What this room needs from the others. */
  public record Ports(
      FrozenRollouts rollouts,
      RegionLedger ledger,
      RolloutManifests manifests,
      LoadRecords loads,
      PrometheusClients metrics,
      WorkerSettings settings) {}

  public ServiceChecks(Ports ports, Clusters clusters) {
    this(ports, clusters, Pulse::ofActivity);
  }

  /**
   * @param pulses begins a pulse for each execution
   */
  public ServiceChecks(Ports ports, Clusters clusters, Supplier<Pulse> pulses) {
    this.rollouts = ports.rollouts();
    this.ledger = ports.ledger();
    this.clusters = clusters;
    this.hooks = new HookCheck(ports.settings().hostAliases(), ports.settings().secrets());
    this.jobs = new JobCheck(ledger, ports.manifests());
    this.loads =
        new LoadCheck(
            ports.settings().hostAliases(),
            ports.loads(),
            new ResourceReader(ports.metrics()),
            ledger.clock());
    this.pulses = pulses;
  }

  @Override
  public CheckEnded run(RegionAttempt rollout, String check) {
    try (Pulse pulse = pulses.get()) {
      return ActivityFailures.guard(() -> once(new CheckPlace(rollouts.of(rollout), pulse), check));
    }
  }

  private CheckEnded once(CheckPlace place, String check) throws InterruptedException {
    RegionAttempt rollout = place.rollout();
    CheckSpec spec =
        place.frozen().service().checks().stream()
            .filter(candidate -> candidate.name().equals(check))
            .findFirst()
            .orElseThrow(() -> place.unusable("the service has no check named " + check));
    String key = rollout.key("check/" + check);
    Optional<CheckEnded> first = ledger.find(key, CheckEnded.class);
    if (first.isPresent()) {
      return first.get();
    }
    CheckOutcome outcome = outcome(spec, place);
    CheckEnded ended =
        ledger
            .record(
                rollout,
                key,
                new CheckEnded(
                    rollout.region(),
                    rollout.attempt(),
                    check,
                    outcome.passed(),
                    outcome.sentence(),
                    outcome.evidence()))
            .event();
    if (spec instanceof CheckSpec.Job job) {
      jobs.remove(job, place, cluster(place));
    }
    return ended;
  }

  private CheckOutcome outcome(CheckSpec spec, CheckPlace place) throws InterruptedException {
    return switch (spec) {
      case CheckSpec.Hook hook -> hooks.run(hook, place);
      case CheckSpec.Job job -> jobs.run(job, place, cluster(place));
      case CheckSpec.Load load -> loads.run(load, place);
    };
  }

  private Cluster cluster(CheckPlace place) {
    return clusters.open(place.frozen().region(), place.pulse());
  }
}
