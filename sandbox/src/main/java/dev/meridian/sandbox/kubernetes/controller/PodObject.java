package dev.meridian.sandbox.kubernetes.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.controller.PodLife.Exit;
import dev.meridian.sandbox.kubernetes.controller.PodLife.Start;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.ResourceKinds;
import java.time.Instant;
import java.util.Optional;

/** The Pod object of a pod's life at an instant, as kubelet and scheduler would have written it. */
record PodObject(Chance chance, PodLife pod, Instant now) {
  ApiObject owned(Owner owner) {
    ApiObject object = ApiObject.of(ResourceKinds.PODS);
    ObjectNode metadata = object.metadata();
    metadata.put("name", pod.name()).put("generateName", owner.name() + "-");
    metadata.put("namespace", owner.namespace());
    metadata.put("uid", chance.uuid(owner.uid() + "/" + pod.name()));
    metadata.put("creationTimestamp", ApiObject.time(pod.created()));
    metadata.set("labels", owner.podLabels());
    JsonNode annotations = pod.template().tree().path("metadata").path("annotations");
    if (!annotations.isEmpty()) {
      metadata.set("annotations", annotations.deepCopy());
    }
    owner.referTo(metadata);
    ObjectNode spec = pod.template().tree().path("spec").deepCopy();
    spec.put("nodeName", "node-" + (1 + chance.below(5, pod.name() + "/node")));
    object.tree().set("spec", spec);
    object.tree().set("status", status(spec));
    pod.ending()
        .ifPresent(at ->
            metadata
                .put("deletionTimestamp", ApiObject.time(at))
                .put(
                    "deletionGracePeriodSeconds",
                    spec.path("terminationGracePeriodSeconds").asInt(30)));
    return object;
  }

  private boolean serving() {
    return pod.readyAt().filter(at -> !at.isAfter(now)).isPresent() && exited().isEmpty();
  }

  private Optional<Exit> exited() {
    return pod.exited(now);
  }

  private boolean running() {
    return pod.start() instanceof Start.Pulled && exited().isEmpty();
  }

  private String phase() {
    return exited()
        .map(exit -> exit.code() == 0 ? "Succeeded" : "Failed")
        .orElse(running() ? "Running" : "Pending");
  }

  private ObjectNode status(JsonNode spec) {
    ObjectNode status = ApiObject.JSON.createObjectNode();
    status.put("phase", phase());
    ArrayNode conditions = status.putArray("conditions");
    Instant ready = pod.readyAt().filter(at -> !at.isAfter(now)).orElse(pod.created());
    conditions.add(condition("Initialized", true, pod.created()));
    conditions.add(condition("Ready", serving(), ready));
    conditions.add(condition("ContainersReady", serving(), ready));
    conditions.add(condition("PodScheduled", true, pod.created()));
    String node = spec.path("nodeName").asText();
    status.put("hostIP", "10.0.0." + node.substring(node.length() - 1));
    if (pod.start() instanceof Start.Pulled) {
      int host = chance.below(64_000, pod.name() + "/address") + 256;
      status.put("podIP", "10.1." + (host / 256) + "." + (host % 256));
    }
    status.put("startTime", ApiObject.time(pod.created()));
    ArrayNode containers = status.putArray("containerStatuses");
    spec.path("containers").forEach(each -> containers.add(container(each)));
    status.put("qosClass", "Burstable");
    return status;
  }

  private static ObjectNode condition(String type, boolean holds, Instant since) {
    ObjectNode json = ApiObject.JSON.createObjectNode();
    json.put("type", type).put("status", holds ? "True" : "False");
    return json.put("lastTransitionTime", ApiObject.time(since));
  }

  private ObjectNode container(JsonNode container) {
    String image = container.path("image").asText();
    ObjectNode json = ApiObject.JSON.createObjectNode();
    json.put("name", container.path("name").asText()).put("image", image);
    json.put("imageID", running() || exited().isPresent() ? image : "");
    json.put("ready", serving()).put("started", running()).put("restartCount", 0);
    state(json.putObject("state"), image);
    json.putObject("lastState");
    return json;
  }

  private void state(ObjectNode state, String image) {
    if (exited().isPresent()) {
      Exit exit = exited().get();
      state
          .putObject("terminated")
          .put("exitCode", exit.code())
          .put("reason", exit.code() == 0 ? "Completed" : "Error")
          .put("startedAt", ApiObject.time(pod.created()))
          .put("finishedAt", ApiObject.time(exit.at()));
    } else if (running()) {
      state.putObject("running").put("startedAt", ApiObject.time(pod.created()));
    } else if (now.isBefore(pod.created().plus(PodLife.FIRST_PULL))) {
      state.putObject("waiting").put("reason", "ContainerCreating");
    } else {
      state
          .putObject("waiting")
          .put("reason", "ImagePullBackOff")
          .put("message", "Back-off pulling image \"" + image + "\"");
    }
  }
}
