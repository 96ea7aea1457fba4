package dev.meridian.worker.cluster.review;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.worker.manifest.KubernetesObject;
import java.util.List;

/** A rendered object that runs pods, as the rules read it. */
record Workload(KubernetesObject object) {
  private static final List<String> KINDS = List.of("Deployment", "StatefulSet", "DaemonSet");

  static boolean matches(KubernetesObject object) {
    return KINDS.contains(object.kind());
  }

  String name() {
    return object.ref().toString();
  }

  JsonNode pod() {
    return object.at("/spec/template/spec");
  }

  List<JsonNode> containers() {
    return pod().path("containers").valueStream().toList();
  }

  JsonNode labels() {
    return object.at("/spec/template/metadata/labels");
  }

  int replicas() {
    return object.at("/spec/replicas").asInt(1);
  }

  /** For people: {@code Deployment checkout, container app}. */
  String name(JsonNode container) {
    return name() + ", container " + container.path("name").asText();
  }
}
