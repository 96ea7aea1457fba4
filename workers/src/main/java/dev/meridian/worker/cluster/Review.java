package dev.meridian.worker.cluster;

import dev.meridian.failure.FailureCode;
import dev.meridian.release.RegionEvent.Reviewed;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.RegionLedger;
import dev.meridian.worker.cluster.review.Finding;
import dev.meridian.worker.cluster.review.LiveCluster;
import dev.meridian.worker.cluster.review.ReadinessReview;
import dev.meridian.worker.manifest.KubernetesObject;
import dev.meridian.worker.manifest.ManifestSet;
import dev.meridian.worker.manifest.ObjectRef;
import dev.meridian.worker.manifest.RolloutManifests;
import java.util.List;
import java.util.Optional;

/** Renders for the region, stores the manifests, and reviews them against the live cluster. */
final class Review {
  private final RegionLedger ledger;
  private final RolloutManifests manifests;
  private final ReadinessReview review;

  Review(RegionLedger ledger, RolloutManifests manifests, ReadinessReview review) {
    this.ledger = ledger;
    this.manifests = manifests;
    this.review = review;
  }

  Reviewed run(Workplace place) {
    RolloutManifests.Stored contender = manifests.contender(place.frozen());
    String namespace = place.frozen().presence().namespace();
    List<Finding> findings =
        review.findings(
            contender.set(), namespace, live(place.cluster(), namespace, contender.set()));
    List<String> blocking = sentences(findings, true);
    if (!blocking.isEmpty()) {
      throw ActivityFailures.of(
          FailureCode.READINESS_REVIEW_BLOCKED,
          place.region()
              + ": "
              + blocking.size()
              + " findings of the readiness review must be repaired: "
              + String.join("; ", blocking));
    }
    return ledger
        .record(
            place.rollout(),
            EffectKeys.reviewed(place.rollout()),
            new Reviewed(
                place.region(), place.attempt(), contender.hash(), sentences(findings, false)))
        .event();
  }

  private static LiveCluster live(Cluster cluster, String namespace, ManifestSet contender) {
    boolean exists = cluster.namespaceExists(namespace);
    if (!exists) {
      return new LiveCluster(false, List.of(), List.of(), List.of());
    }
    List<KubernetesObject> workloads =
        contender.objects().stream()
            .filter(RolloutProgress::appliesTo)
            .map(object -> cluster.read(object.ref()))
            .flatMap(Optional::stream)
            .toList();
    return new LiveCluster(
        true,
        workloads,
        cluster.list(new ObjectRef("autoscaling/v2", "HorizontalPodAutoscaler", namespace, "")),
        cluster.list(new ObjectRef("policy/v1", "PodDisruptionBudget", namespace, "")));
  }

  private static List<String> sentences(List<Finding> findings, boolean blocking) {
    return findings.stream()
        .filter(finding -> finding.blocking() == blocking)
        .map(Finding::sentence)
        .toList();
  }
}
