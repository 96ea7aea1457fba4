package dev.meridian.worker.cluster;

import dev.meridian.activity.ClusterActivities;
import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.Clock;
import dev.meridian.worker.OutsideView;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.RegionLedger;
import dev.meridian.worker.cluster.review.ReadinessReview;
import dev.meridian.worker.frozen.FrozenRollouts;
import dev.meridian.worker.image.Registry;
import dev.meridian.worker.manifest.RolloutManifests;
import java.util.function.Supplier;

/** Kubernetes clusters through their API. */
public final class KubernetesActivities implements ClusterActivities {
  private final FrozenRollouts rollouts;
  private final Clusters clusters;
  private final OutsideView view;
  private final RegionLedger ledger;
  private final WayBack wayBack;
  private final Review review;
  private final Deploy deploy;
  private final Restore restore;
  private final Absence absence;
  private final Supplier<Pulse> pulses;

  /** What this room needs from the others. */
  public record Ports(
      FrozenRollouts rollouts,
      ReleaseLedger ledger,
      Artifacts artifacts,
      RolloutManifests manifests,
      Registry registry,
      OutsideView view,
      Clock clock) {}

  public KubernetesActivities(Ports ports, Clusters clusters) {
    this(ports, clusters, Pulse::ofActivity);
  }

  /**
   * @param pulses begins a pulse for each execution
   */
  public KubernetesActivities(Ports ports, Clusters clusters, Supplier<Pulse> pulses) {
    this.rollouts = ports.rollouts();
    this.clusters = clusters;
    this.view = ports.view();
    this.ledger = new RegionLedger(ports.ledger(), ports.clock());
    this.wayBack = new WayBack(ledger, ports.artifacts(), ports.manifests(), ports.registry());
    this.review = new Review(ledger, ports.manifests(), new ReadinessReview());
    this.deploy = new Deploy(ledger, ports.manifests(), wayBack);
    this.restore = new Restore(ledger, ports.manifests(), wayBack);
    this.absence = new Absence(view, ports.clock());
    this.pulses = pulses;
  }

  @Override
  public RegionEvent.WayBackRecorded recordWayBack(RegionAttempt rollout) {
    return at(rollout, wayBack::record);
  }

  @Override
  public RegionEvent.Reviewed review(RegionAttempt rollout) {
    return at(rollout, review::run);
  }

  @Override
  public RegionEvent.Deployed deploy(RegionAttempt rollout) {
    return at(rollout, deploy::run);
  }

  @Override
  public RegionEvent.Restored restore(RegionAttempt rollout, String reason) {
    return at(rollout, place -> restore.run(place, reason));
  }

  @Override
  public RegionEvent.RegionObserved observe(RegionAttempt rollout) {
    return at(rollout, place -> observed(rollout, view.look(rollout)));
  }

  @Override
  public RegionEvent.RegionObserved awaitCluster(RegionAttempt rollout) {
    return at(rollout, place -> observed(rollout, absence.await(place)));
  }

  @Override
  public RegionEvent.RegionObserved awaitReturn(RegionAttempt rollout) {
    return at(rollout, place -> observed(rollout, absence.awaitReturn(place)));
  }

  /** An observation has no key of its own: each look is another fact. */
  private RegionEvent.RegionObserved observed(
      RegionAttempt rollout, RegionEvent.RegionObserved seen) {
    return ledger.record(rollout, rollout.key("observed/" + ledger.clock().now()), seen).event();
  }

  private interface Work<T> {
    T at(Workplace place) throws Exception;
  }

  private <T> T at(RegionAttempt rollout, Work<T> work) {
    try (Pulse pulse = pulses.get()) {
      return ActivityFailures.guard(() -> {
        var frozen = rollouts.of(rollout);
        Cluster cluster = clusters.open(frozen.region(), pulse);
        return work.at(new Workplace(frozen, cluster, pulse));
      });
    }
  }
}
