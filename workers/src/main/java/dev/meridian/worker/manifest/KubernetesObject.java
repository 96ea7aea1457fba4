package dev.meridian.worker.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One object of any kind as a JSON tree.
 *
 * @param tree read only: change a copy, {@link #with}
 */
public record KubernetesObject(ObjectNode tree) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  public KubernetesObject {
    tree = tree.deepCopy();
  }

  /**
   * Reads one object from JSON.
   *
   * @throws IllegalArgumentException when {@code json} is no JSON object
   */
  public static KubernetesObject parse(String json) {
    try {
      if (MAPPER.readTree(json) instanceof ObjectNode object) {
        return new KubernetesObject(object);
      }
      throw new IllegalArgumentException("a Kubernetes object should be a JSON object");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a Kubernetes object should be JSON", e);
    }
  }

  public String kind() {
    return tree.path("kind").asText();
  }

  public String name() {
    return tree.path("metadata").path("name").asText();
  }

  public String namespace() {
    return tree.path("metadata").path("namespace").asText();
  }

  public ObjectRef ref() {
    return new ObjectRef(tree.path("apiVersion").asText(), kind(), namespace(), name());
  }

  /** What stands at a JSON pointer; a missing node when nothing does. */
  public JsonNode at(String pointer) {
    return tree.at(pointer);
  }

  public Optional<String> annotation(String name) {
    JsonNode value = tree.path("metadata").path("annotations").path(name);
    return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
  }

  /** A copy with a change. */
  public KubernetesObject with(Consumer<ObjectNode> change) {
    ObjectNode copy = tree.deepCopy();
    change.accept(copy);
    return new KubernetesObject(copy);
  }

  public KubernetesObject withAnnotation(String name, String value) {
    return with(copy ->
        copy.withObjectProperty("metadata").withObjectProperty("annotations").put(name, value));
  }

  /** JSON on one line with sorted keys: equal objects have equal texts. */
  public String canonical() {
    try {
      return MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can be written", e);
    }
  }
}
