package dev.meridian.sandbox.kubernetes.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.ResourceKinds;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The ReplicaSet objects of a Deployment. */
final class ReplicaSets {
  static final String REVISION = "deployment.kubernetes.io/revision";
  private static final String HASH = PodTemplate.HASH_LABEL;

  private final Chance chance;
  private final ApiObject deployment;

  ReplicaSets(Chance chance, ApiObject deployment) {
    this.chance = chance;
    this.deployment = deployment;
  }

  /** Those with pods, the current one, and as many older ones as the history keeps. */
  List<ApiObject> kept(RolloutState state, Instant now) {
    int limit = deployment.spec().path("revisionHistoryLimit").asInt(10);
    return state.sets().stream()
        .sorted(Comparator.comparingInt(ReplicaSetLife::revision).reversed())
        .limit(limit + 1L)
        .map(set -> render(set, state, now))
        .toList();
  }

  /** The owner reference of a pod with this template. */
  Owner owner(PodTemplate template) {
    String name = deployment.name() + "-" + template.hash();
    return new Owner(
        ResourceKinds.REPLICA_SETS, deployment.namespace(), name, uid(name), labels(template));
  }

  private static ObjectNode labels(PodTemplate template) {
    ObjectNode labels = ApiObject.JSON.createObjectNode();
    template.labels().forEach(labels::put);
    return labels.put(HASH, template.hash());
  }

  private String uid(String name) {
    return chance.uuid(deployment.uid() + "/" + name);
  }

  private ApiObject render(ReplicaSetLife set, RolloutState state, Instant now) {
    ApiObject object = ApiObject.of(ResourceKinds.REPLICA_SETS);
    ObjectNode metadata = object.metadata();
    metadata.put("name", set.name()).put("namespace", deployment.namespace());
    metadata.put("uid", uid(set.name())).put("generation", 1);
    metadata.put("creationTimestamp", ApiObject.time(set.created()));
    metadata.set("labels", labels(set.template()));
    metadata.putObject("annotations").put(REVISION, Integer.toString(set.revision()));
    Owner.of(ResourceKinds.DEPLOYMENTS, deployment).referTo(metadata);
    List<PodLife> mine =
        state.pods().stream()
            .filter(pod -> pod.alive(now) && pod.template().hash().equals(set.template().hash()))
            .toList();
    ObjectNode spec = object.tree().putObject("spec");
    spec.put("replicas", mine.size());
    ObjectNode selector = deployment.spec().path("selector").deepCopy();
    ApiObject.object(selector, "matchLabels").put(HASH, set.template().hash());
    spec.set("selector", selector);
    ObjectNode template = set.template().tree().deepCopy();
    ApiObject.object(ApiObject.object(template, "metadata"), "labels")
        .put(HASH, set.template().hash());
    spec.set("template", template);
    object.tree().set("status", status(mine, state, now));
    return object;
  }

  private static ObjectNode status(List<PodLife> mine, RolloutState state, Instant now) {
    ObjectNode status = ApiObject.JSON.createObjectNode();
    status.put("replicas", mine.size()).put("observedGeneration", 1);
    if (!mine.isEmpty()) {
      status.put("fullyLabeledReplicas", mine.size());
    }
    int ready = (int) mine.stream().filter(pod -> pod.ready(now)).count();
    if (ready > 0) {
      status.put("readyReplicas", ready);
    }
    int available = (int) mine.stream().filter(pod -> state.available(pod, now)).count();
    if (available > 0) {
      status.put("availableReplicas", available);
    }
    return status;
  }
}
