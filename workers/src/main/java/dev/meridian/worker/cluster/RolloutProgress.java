package dev.meridian.worker.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.worker.manifest.KubernetesObject;
import java.util.List;

/**
 * How far a workload has come with the generation that was applied. The controller must have seen
 * that generation first; otherwise the figures are those of the revision before.
 */
sealed interface RolloutProgress {
  /** Every pod is of the newest generation and available. */
  record Ready(int pods) implements RolloutProgress {}

  record Waiting(String sentence) implements RolloutProgress {}

  /** The controller has given up. */
  record Failed(String sentence) implements RolloutProgress {}

  List<String> WORKLOADS = List.of("Deployment", "StatefulSet", "DaemonSet");

  /** Whether the kind runs pods that must become ready. */
  static boolean appliesTo(KubernetesObject object) {
    return WORKLOADS.contains(object.kind());
  }

  static RolloutProgress of(KubernetesObject workload) {
    long generation = workload.at("/metadata/generation").asLong();
    JsonNode status = workload.at("/status");
    if (status.path("observedGeneration").asLong() < generation) {
      return new Waiting("its controller has not seen generation " + generation);
    }
    return switch (workload.kind()) {
      case "StatefulSet" -> statefulSet(workload, status);
      case "DaemonSet" -> daemonSet(status);
      default -> deployment(workload, status);
    };
  }

  private static RolloutProgress deployment(KubernetesObject workload, JsonNode status) {
    for (JsonNode condition : status.path("conditions")) {
      if (condition.path("type").asText().equals("Progressing")
          && condition.path("status").asText().equals("False")) {
        return new Failed(
            condition.path("reason").asText() + ": " + condition.path("message").asText());
      }
    }
    int replicas = workload.at("/spec/replicas").asInt(1);
    int updated = status.path("updatedReplicas").asInt();
    int all = status.path("replicas").asInt();
    int available = status.path("availableReplicas").asInt();
    if (updated < replicas) {
      return new Waiting(updated + " of " + replicas + " pods are updated");
    }
    if (all > updated) {
      return new Waiting((all - updated) + " old pods are still there");
    }
    return available < updated
        ? new Waiting(available + " of " + updated + " updated pods are available")
        : new Ready(updated);
  }

  private static RolloutProgress statefulSet(KubernetesObject workload, JsonNode status) {
    int replicas = workload.at("/spec/replicas").asInt(1);
    int updated = status.path("updatedReplicas").asInt();
    int ready = status.path("readyReplicas").asInt();
    if (updated < replicas) {
      return new Waiting(updated + " of " + replicas + " pods are updated");
    }
    return ready < replicas
        ? new Waiting(ready + " of " + replicas + " pods are ready")
        : new Ready(replicas);
  }

  private static RolloutProgress daemonSet(JsonNode status) {
    int wanted = status.path("desiredNumberScheduled").asInt();
    int updated = status.path("updatedNumberScheduled").asInt();
    int available = status.path("numberAvailable").asInt();
    if (updated < wanted) {
      return new Waiting(updated + " of " + wanted + " nodes are updated");
    }
    return available < wanted
        ? new Waiting(available + " of " + wanted + " nodes are available")
        : new Ready(wanted);
  }
}
