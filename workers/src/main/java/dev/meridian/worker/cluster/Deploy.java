package dev.meridian.worker.cluster;

import dev.meridian.failure.FailureCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent.DeployIntended;
import dev.meridian.release.RegionEvent.Deployed;
import dev.meridian.release.RegionEvent.RestoreIntended;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.RegionLedger;
import dev.meridian.worker.manifest.KubernetesObject;
import dev.meridian.worker.manifest.ManifestSet;
import dev.meridian.worker.manifest.ObjectRef;
import dev.meridian.worker.manifest.RolloutManifests;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Brings the contender to a region: intention, fenced writes, ready pods, outcome. */
final class Deploy {
  private final RegionLedger ledger;
  private final RolloutManifests manifests;
  private final WayBack wayBack;

  Deploy(RegionLedger ledger, RolloutManifests manifests, WayBack wayBack) {
    this.ledger = ledger;
    this.manifests = manifests;
    this.wayBack = wayBack;
  }

  Deployed run(Workplace place) throws Exception {
    RegionAttempt rollout = place.rollout();
    Optional<Deployed> done = ledger.find(EffectKeys.deployed(rollout), Deployed.class);
    if (done.isPresent()) {
      return done.get();
    }
    refuseIfRestored(rollout);
    wayBack.record(place);
    RolloutManifests.Stored contender = manifests.contender(place.frozen());
    Fence fence = intend(rollout, contender.hash());
    // A restore writes its intention before it looks for ours: one of the two always sees the
    // other.
    refuseIfRestored(rollout);
    apply(place, contender.set(), fence);
    List<ObjectRef> workloads =
        contender.set().objects().stream()
            .filter(RolloutProgress::appliesTo)
            .map(KubernetesObject::ref)
            .toList();
    new ReadyWait(place.cluster(), place.pulse(), fence)
        .await(workloads, place.readyWithin(ledger.clock().pace()));
    return ledger
        .record(
            rollout,
            EffectKeys.deployed(rollout),
            new Deployed(place.region(), place.attempt(), ledger.clock().now()))
        .event();
  }

  private Fence intend(RegionAttempt rollout, String hash) {
    long seq =
        ledger
            .intend(
                rollout,
                EffectKeys.deployIntended(rollout),
                new DeployIntended(rollout.region(), rollout.attempt(), hash))
            .seq();
    return new Fence(rollout.release(), seq);
  }

  private void apply(Workplace place, ManifestSet contender, Fence fence) {
    Autoscalers autoscalers =
        Autoscalers.of(place.cluster(), place.frozen().presence().namespace(), contender.objects());
    FencedWriter writer =
        new FencedWriter(
            place.cluster(), fence, () -> refuseIfRestored(place.rollout()), place.pulse());
    inOrder(contender.objects())
        .forEach(object ->
            writer.write(
                object.ref(),
                live -> new FencedWriter.Change.Put(autoscalers.withoutReplicas(object, live))));
  }

  /** What pods need comes before the pods. */
  private static List<KubernetesObject> inOrder(List<KubernetesObject> objects) {
    return objects.stream().sorted(Comparator.comparing(RolloutProgress::appliesTo)).toList();
  }

  private void refuseIfRestored(RegionAttempt rollout) {
    ledger
        .find(EffectKeys.restoreIntended(rollout), RestoreIntended.class)
        .ifPresent(restore -> {
          throw ActivityFailures.of(
              FailureCode.FENCED,
              rollout.region() + ": this deploy was overtaken by a rollback: " + restore.reason());
        });
  }
}
