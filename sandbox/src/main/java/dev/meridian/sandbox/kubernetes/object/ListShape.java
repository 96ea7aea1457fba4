package dev.meridian.sandbox.kubernetes.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a list is merged, as the API's types declare it ({@code x-kubernetes-list-type}). This is the
 * little that must be known of the schema: everything else about an object is generic.
 */
public sealed interface ListShape {
  /** Replaced as a whole. */
  record Atomic() implements ListShape {}

  /** A set of values; order is kept, doubles are not. */
  record Values() implements ListShape {}

  /**
   * Items are known by some of their fields.
   *
   * @param strategic the field that strategic merge patches go by
   * @param keys all fields that server-side apply goes by
   */
  record Keyed(String strategic, List<String> keys) implements ListShape {
    public Keyed {
      keys = List.copyOf(keys);
    }

    /** The key fields of an item, with the default of those that are absent. */
    public ObjectNode keyOf(JsonNode item) {
      ObjectNode key = ApiObject.JSON.createObjectNode();
      for (String name : keys) {
        if (item.has(name)) {
          key.set(name, item.get(name));
        } else if (name.equals("protocol")) {
          key.put(name, "TCP");
        }
      }
      return key;
    }

    /** Where the item with this key is. */
    public Optional<ObjectNode> find(ArrayNode list, ObjectNode key) {
      for (JsonNode item : list) {
        if (item instanceof ObjectNode object && keyOf(object).equals(key)) {
          return Optional.of(object);
        }
      }
      return Optional.empty();
    }
  }

  Atomic ATOMIC = new Atomic();

  /** Maps that one manager owns as a whole. */
  Set<String> ATOMIC_MAPS =
      Set.of(
          "selector",
          "labelSelector",
          "nodeSelector",
          "scaleTargetRef",
          "configMapKeyRef",
          "secretKeyRef",
          "fieldRef",
          "resourceFieldRef");

  /**
   * The shape of the list in field {@code name}.
   *
   * @param inContainer whether one of the fields above it is a list of containers
   */
  static ListShape of(String name, boolean inContainer) {
    return switch (name) {
      case "containers", "initContainers", "ephemeralContainers", "env", "volumes" -> by("name");
      case "imagePullSecrets" -> by("name");
      case "volumeMounts" -> by("mountPath");
      case "volumeDevices" -> by("devicePath");
      case "hostAliases" -> by("ip");
      case "conditions" -> by("type");
      case "ownerReferences" -> by("uid");
      case "topologySpreadConstraints" ->
          new Keyed("topologyKey", List.of("topologyKey", "whenUnsatisfiable"));
      case "ports" ->
          inContainer
              ? new Keyed("containerPort", List.of("containerPort", "protocol"))
              : new Keyed("port", List.of("port", "protocol"));
      case "finalizers" -> new Values();
      default -> ATOMIC;
    };
  }

  /** Whether a field of this name holds pod containers. */
  static boolean isContainers(String name) {
    return name.equals("containers") || name.equals("initContainers");
  }

  private static Keyed by(String key) {
    return new Keyed(key, List.of(key));
  }
}
