package dev.meridian.worker.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.worker.manifest.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who owns which fields of an object: its {@code metadata.managedFields}. */
record FieldOwners(List<Owner> owners) {
  /** Our field manager. */
  static final String MERIDIAN = "meridian";

  /** Controllers that write what follows from the spec; their fields are nobody's wish. */
  private static final List<String> CONTROL_PLANE =
      List.of("kube-controller-manager", "kube-scheduler", "kube-apiserver", "kubelet");

  private static final String APPLY = "Apply";

  /**
   * One manager's fields.
   *
   * @param operation {@code Apply} or {@code Update}
   * @param subresource {@code ""}, {@code status} or {@code scale}
   */
  record Owner(String manager, String operation, String subresource, FieldSet fields) {
    private static Owner of(JsonNode entry) {
      return new Owner(
          entry.path("manager").asText(),
          entry.path("operation").asText(),
          entry.path("subresource").asText(""),
          entry.path("fieldsV1") instanceof ObjectNode fields
              ? new FieldSet(fields)
              : FieldSet.NONE);
    }

    private boolean isOurs() {
      return manager.equals(MERIDIAN) && subresource.isEmpty();
    }

    private boolean isControlPlane() {
      return subresource.equals("status") || CONTROL_PLANE.contains(manager);
    }
  }

  static FieldOwners of(KubernetesObject object) {
    return new FieldOwners(
        object.at("/metadata/managedFields").valueStream().map(Owner::of).toList());
  }

  /** Some API servers keep none. */
  boolean isUnknown() {
    return owners.isEmpty();
  }

  FieldSet ours() {
    return sum(owners.stream().filter(Owner::isOurs).toList());
  }

  /** People and their tools, without us and without the control plane. */
  List<Owner> others() {
    return owners.stream().filter(owner -> !owner.isOurs() && !owner.isControlPlane()).toList();
  }

  /** Names of everybody but us who owns a field. */
  List<String> othersOf(FieldPath path) {
    return owners.stream()
        .filter(owner -> !owner.isOurs() && owner.fields().contains(path))
        .map(Owner::manager)
        .distinct()
        .toList();
  }

  static FieldSet sum(List<Owner> some) {
    return some.stream().map(Owner::fields).reduce(FieldSet.NONE, FieldSet::plus);
  }

  /**
   * A created object has us as an updater, and what an updater owns an apply never removes. This is
   * the JSON patch that makes us the applier of those fields; empty when there is nothing to do.
   */
  static Optional<String> adoption(KubernetesObject live) {
    List<JsonNode> entries = live.at("/metadata/managedFields").valueStream().toList();
    if (entries.stream().noneMatch(FieldOwners::isOurUpdate)) {
      return Optional.empty();
    }
    FieldSet fields = of(live).ours();
    List<JsonNode> kept = new ArrayList<>();
    for (JsonNode entry : entries) {
      if (!Owner.of(entry).isOurs()) {
        kept.add(entry);
      }
    }
    ObjectNode applied =
        (ObjectNode)
            entries.stream().filter(FieldOwners::isOurUpdate).findFirst().orElseThrow().deepCopy();
    applied.put("operation", APPLY).set("fieldsV1", fields.fields());
    kept.add(applied);
    ArrayNode list = live.tree().arrayNode().addAll(kept);
    String version = live.at("/metadata/resourceVersion").asText();
    return Optional.of(
        List.of(
                "{\"op\":\"replace\",\"path\":\"/metadata/managedFields\",\"value\":" + list + "}",
                "{\"op\":\"replace\",\"path\":\"/metadata/resourceVersion\",\"value\":\""
                    + version
                    + "\"}")
            .stream()
            .collect(Collectors.joining(",", "[", "]")));
  }

  private static boolean isOurUpdate(JsonNode entry) {
    Owner owner = Owner.of(entry);
    return owner.isOurs() && !owner.operation().equals(APPLY);
  }
}
