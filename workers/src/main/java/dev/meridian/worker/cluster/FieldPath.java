package dev.meridian.worker.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.worker.manifest.KubernetesObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One field in the spelling of {@code fieldsV1}: {@code f:spec}, {@code k:{"name":"checkout"}} for
 * an item of a list by its keys, {@code v:"x"} for an item by its value.
 */
record FieldPath(List<String> elements) {
  static final FieldPath REPLICAS = of("f:spec", "f:replicas");
  static final FieldPath FENCE = of("f:metadata", "f:annotations", "f:" + Fence.ANNOTATION);

  FieldPath {
    elements = List.copyOf(elements);
  }

  static FieldPath of(String... elements) {
    return new FieldPath(List.of(elements));
  }

  /** Whether it says what somebody wants, and not what the cluster has made of it. */
  boolean isWished() {
    return !elements.getFirst().equals("f:status");
  }

  /** What stands there, if anything does. */
  Optional<JsonNode> read(KubernetesObject object) {
    JsonNode node = object.tree();
    for (String element : elements) {
      Optional<JsonNode> child = child(node, element);
      if (child.isEmpty()) {
        return Optional.empty();
      }
      node = child.get();
    }
    return Optional.of(node);
  }

  private static Optional<JsonNode> child(JsonNode node, String element) {
    String rest = element.substring(2);
    return switch (element.charAt(0)) {
      case 'f' -> Optional.ofNullable(node.get(rest));
      case 'k' -> item(node, KubernetesObject.parse(rest).tree());
      case 'v' -> node.valueStream().filter(item -> item.toString().equals(rest)).findFirst();
      default -> Optional.ofNullable(node.get(Integer.parseInt(rest)));
    };
  }

  private static Optional<JsonNode> item(JsonNode list, ObjectNode keys) {
    return list.valueStream().filter(item -> matches(item, keys)).findFirst();
  }

  /** Whether an item of a list has these keys; a port without protocol is TCP. */
  static boolean matches(JsonNode item, ObjectNode keys) {
    return keys.properties().stream()
        .allMatch(key ->
            key.getValue().asText().equals(item.path(key.getKey()).asText())
                || (key.getKey().equals("protocol")
                    && !item.has("protocol")
                    && key.getValue().asText().equals("TCP")));
  }

  /** For people: {@code spec.template.spec.containers[checkout].image}. */
  @Override
  public String toString() {
    return elements.stream().map(FieldPath::words).collect(Collectors.joining()).substring(1);
  }

  private static String words(String element) {
    String rest = element.substring(2);
    if (element.charAt(0) == 'f') {
      return "." + rest;
    }
    if (element.charAt(0) == 'k') {
      return KubernetesObject.parse(rest)
          .tree()
          .valueStream()
          .map(JsonNode::asText)
          .collect(Collectors.joining(",", "[", "]"));
    }
    return "[" + rest + "]";
  }
}
