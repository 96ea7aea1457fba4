package dev.meridian.worker.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.worker.manifest.KubernetesObject;
import dev.meridian.worker.manifest.ObjectRef;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why pods are not ready, in the cluster's own words: at most three different reasons. */
public final class PodReasons {
  private static final int MOST = 3;

  private PodReasons() {}

  /** Of the pods that a workload selects; never fails, because it only explains a failure. */
  static String of(Cluster cluster, KubernetesObject workload) {
    return of(cluster, workload.namespace(), workload.at("/spec/selector/matchLabels"));
  }

  /** Of the pods that carry all of these labels. */
  public static String of(Cluster cluster, String namespace, JsonNode labels) {
    try {
      List<KubernetesObject> pods = cluster.list(new ObjectRef("v1", "Pod", namespace, ""));
      return pods.stream()
          .filter(pod -> carries(pod, labels))
          .flatMap(PodReasons::reasons)
          .distinct()
          .limit(MOST)
          .collect(Collectors.joining("; "));
    } catch (ApplicationFailure e) {
      return "the reasons could not be read: " + e.getOriginalMessage();
    }
  }

  public static boolean carries(KubernetesObject pod, JsonNode labels) {
    return !labels.isEmpty()
        && labels.properties().stream()
            .allMatch(
                label -> label.getValue().equals(pod.at("/metadata/labels").get(label.getKey())));
  }

  private static Stream<String> reasons(KubernetesObject pod) {
    Stream<String> conditions =
        pod.at("/status/conditions")
            .valueStream()
            .filter(condition -> condition.path("type").asText().equals("PodScheduled"))
            .filter(condition -> condition.path("status").asText().equals("False"))
            .map(condition -> words(condition).orElse("not scheduled"));
    Stream<String> containers =
        Stream.of("/status/initContainerStatuses", "/status/containerStatuses")
            .flatMap(list -> pod.at(list).valueStream())
            .filter(container -> !container.path("ready").asBoolean())
            .flatMap(PodReasons::containerReasons);
    return Stream.concat(conditions, containers);
  }

  private static Stream<String> containerReasons(JsonNode container) {
    String name = "container " + container.path("name").asText() + ": ";
    return Stream.of("/state/waiting", "/lastState/terminated", "/state/terminated")
        .flatMap(state -> words(container.at(state)).stream())
        .map(words -> name + words);
  }

  private static Optional<String> words(JsonNode state) {
    String reason = state.path("reason").asText();
    String message = state.path("message").asText();
    String exit = state.has("exitCode") ? "exit code " + state.path("exitCode").asInt() : "";
    String words =
        Stream.of(reason, message, exit)
            .filter(word -> !word.isBlank())
            .collect(Collectors.joining(", "));
    return words.isEmpty() || reason.equals("Completed") ? Optional.empty() : Optional.of(words);
  }
}
