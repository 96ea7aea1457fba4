package dev.meridian.sandbox.kubernetes.controller;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.controller.RollingUpdate.Census;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Deployment controller's view of one Deployment, from its creation on. */
public final class Rollout implements Workload {
  private final Nodes nodes;
  private final List<Change> changes = new ArrayList<>();
  private RolloutState state;
  private Instant now = Instant.MIN;

  public Rollout(Nodes nodes) {
    this.nodes = nodes;
    this.state = new RolloutState(nodes, changes);
  }

  @Override
  public void record(Change change) {
    changes.add(change);
    if (!change.at().isAfter(state.time())) {
      reconsider();
    }
  }

  @Override
  public void reconsider() {
    state = new RolloutState(nodes, changes);
    state.advance(now);
  }

  @Override
  public void advance(Instant to) {
    now = to.isAfter(now) ? to : now;
    state.advance(now);
  }

  @Override
  public Optional<Instant> next() {
    return state.next();
  }

  @Override
  public ApiObject reported(ApiObject stored) {
    if (state.deployment().isEmpty()) {
      return stored;
    }
    ApiObject result = stored.copy();
    result.tree().set("status", status());
    state.sets().stream()
        .filter(set -> set.template().hash().equals(hash()))
        .forEach(set ->
            ApiObject.object(result.metadata(), "annotations")
                .put(ReplicaSets.REVISION, Integer.toString(set.revision())));
    return result;
  }

  @Override
  public List<ApiObject> owned() {
    Optional<ApiObject> deployment = state.deployment();
    if (deployment.isEmpty()) {
      return List.of();
    }
    ReplicaSets sets = new ReplicaSets(nodes.chance(), deployment.get());
    List<ApiObject> owned = new ArrayList<>(sets.kept(state, now));
    for (PodLife pod : state.pods()) {
      owned.add(new PodObject(nodes.chance(), pod, now).owned(sets.owner(pod.template())));
    }
    return owned;
  }

  @Override
  public List<PodLife> lives() {
    return state.lives();
  }

  @Override
  public List<String> log(String pod) {
    return state.pods().stream()
        .filter(each -> each.name().equals(pod))
        .flatMap(each -> PodLog.serving(each, now).stream())
        .toList();
  }

  private String hash() {
    return state.spec().map(spec -> spec.template().hash()).orElse("");
  }

  /** Numbers that are zero are left out, as the real one does. */
  private ObjectNode status() {
    Census census = state.census(now);
    int ready = (int) state.pods().stream().filter(pod -> pod.ready(now)).count();
    ObjectNode status = ApiObject.JSON.createObjectNode();
    state.deployment().ifPresent(seen -> status.put("observedGeneration", seen.generation()));
    number(status, "replicas", census.all());
    number(status, "updatedReplicas", census.fresh());
    number(status, "readyReplicas", ready);
    number(status, "availableReplicas", census.available());
    number(status, "unavailableReplicas", missing(census));
    ArrayNode conditions = status.putArray("conditions");
    state.conditions().forEach(each -> conditions.add(each.json()));
    return status;
  }

  private int missing(Census census) {
    int wanted = state.spec().map(RolloutSpec::replicas).orElse(0);
    return Math.max(0, Math.max(wanted, census.all()) - census.available());
  }

  private static void number(ObjectNode status, String field, int value) {
    if (value != 0) {
      status.put(field, value);
    }
  }
}
