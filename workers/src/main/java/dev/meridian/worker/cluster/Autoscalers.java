package dev.meridian.worker.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.worker.manifest.KubernetesObject;
import dev.meridian.worker.manifest.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which workloads have their number of replicas from an autoscaler. There we never set it: an apply
 * would throw away what load has asked for.
 */
record Autoscalers(List<KubernetesObject> all) {
  private static final String API = "autoscaling/v2";
  private static final String KIND = "HorizontalPodAutoscaler";

  Autoscalers {
    all = List.copyOf(all);
  }

  /** The live ones of a namespace and those about to come. */
  static Autoscalers of(Cluster cluster, String namespace, List<KubernetesObject> coming) {
    List<KubernetesObject> live = cluster.list(new ObjectRef(API, KIND, namespace, ""));
    return new Autoscalers(
        Stream.concat(live.stream(), coming.stream().filter(object -> object.kind().equals(KIND)))
            .toList());
  }

  boolean own(ObjectRef workload) {
    return all.stream()
        .map(autoscaler -> autoscaler.at("/spec/scaleTargetRef"))
        .anyMatch(target ->
            target.path("kind").asText().equals(workload.kind())
                && target.path("name").asText().equals(workload.name()));
  }

  /**
   * A workload as it may be applied: where an autoscaler owns the replicas they are left out; but
   * if we alone own the field now, leaving it out would reset it to 1, so the live number stays.
   */
  KubernetesObject withoutReplicas(KubernetesObject desired, Optional<KubernetesObject> live) {
    if (!own(desired.ref()) || desired.at("/spec/replicas").isMissingNode()) {
      return desired;
    }
    Optional<JsonNode> keep =
        live.filter(object ->
                FieldOwners.of(object).ours().contains(FieldPath.REPLICAS)
                    && FieldOwners.of(object).othersOf(FieldPath.REPLICAS).isEmpty())
            .flatMap(FieldPath.REPLICAS::read);
    return desired.with(tree -> {
      tree.withObjectProperty("spec").remove("replicas");
      keep.ifPresent(replicas -> tree.withObjectProperty("spec").set("replicas", replicas));
    });
  }
}
