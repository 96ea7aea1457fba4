package dev.meridian.worker.cluster;

import dev.meridian.failure.FailureCode;
import dev.meridian.ledger.Artifacts;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionEvent.WayBackRecorded;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.RegionLedger;
import dev.meridian.worker.image.ImageLook;
import dev.meridian.worker.image.Registry;
import dev.meridian.worker.manifest.KubernetesObject;
import dev.meridian.worker.manifest.ManifestSet;
import dev.meridian.worker.manifest.ObjectRef;
import dev.meridian.worker.manifest.RolloutManifests;
import java.util.List;
import java.util.Optional;

/**
 * Records what a region runs before the first change, and proves that it can run again: the images
 * of the incumbent must still be served. The first record of a release counts for all attempts;
 * what stands there after a deploy is our own contender and never becomes a way back.
 */
final class WayBack {
  private final RegionLedger ledger;
  private final Artifacts artifacts;
  private final RolloutManifests manifests;
  private final Registry registry;

  WayBack(RegionLedger ledger, Artifacts artifacts, RolloutManifests manifests, Registry registry) {
    this.ledger = ledger;
    this.artifacts = artifacts;
    this.manifests = manifests;
    this.registry = registry;
  }

  WayBackRecorded record(Workplace place) {
    RegionAttempt rollout = place.rollout();
    Optional<WayBackRecorded> first = find(rollout);
    if (first.isPresent()) {
      return first.get();
    }
    refuseAfterDeploy(rollout);
    Inventory inventory = take(place, manifests.contender(place.frozen()).set());
    prove(place, inventory);
    String hash = artifacts.store(Inventory.ARTIFACT, inventory.canonical());
    return ledger
        .record(
            rollout,
            EffectKeys.wayBack(rollout),
            new WayBackRecorded(place.region(), place.attempt(), hash, inventory.entries().size()))
        .event();
  }

  Optional<WayBackRecorded> find(RegionAttempt rollout) {
    return ledger.find(EffectKeys.wayBack(rollout), WayBackRecorded.class);
  }

  Inventory load(WayBackRecorded recorded) {
    return artifacts
        .load(recorded.inventory())
        .map(Inventory::parse)
        .orElseThrow(() ->
            ActivityFailures.of(
                FailureCode.UNEXPECTED, "no inventory is stored as " + recorded.inventory()));
  }

  private void refuseAfterDeploy(RegionAttempt rollout) {
    if (!ledger.inRegion(rollout, RegionEvent.DeployIntended.class).isEmpty()) {
      throw ActivityFailures.of(
          FailureCode.FENCED,
          rollout.region() + " was deployed to without a recorded way back: record it by hand");
    }
  }

  private static Inventory take(Workplace place, ManifestSet contender) {
    List<Inventory.Entry> entries =
        contender.objects().stream()
            .map(KubernetesObject::ref)
            .map(ref -> entry(place.cluster(), ref))
            .toList();
    return new Inventory(entries);
  }

  private static Inventory.Entry entry(Cluster cluster, ObjectRef ref) {
    return Inventory.entry(ref, cluster.read(ref));
  }

  private void prove(Workplace place, Inventory inventory) {
    String host = place.frozen().region().registry();
    inventory.existing().stream()
        .flatMap(object -> object.at("/spec/template/spec/containers").valueStream())
        .map(container -> container.path("image").asText())
        .filter(image -> image.startsWith(host + "/"))
        .distinct()
        .forEach(image -> prove(place, image));
  }

  private void prove(Workplace place, String image) {
    switch (registry.look(image)) {
      case ImageLook.Served _ -> {}
      case ImageLook.Missing(String sentence) ->
          throw ActivityFailures.of(
              FailureCode.IMAGE_MISSING,
              place.region() + " has no way back: the incumbent's image is gone; " + sentence);
      case ImageLook.Unreachable(String sentence) ->
          throw ActivityFailures.of(FailureCode.REGISTRY_UNREACHABLE, sentence);
    }
  }
}
