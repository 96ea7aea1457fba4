package dev.meridian.worker.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * YAML documents as JSON trees, with parameters put into the scalars after the structure was read:
 * no value of a parameter can add a key. An unquoted scalar gets its type from the value ({@code
 * replicas: ${replicas}} is a number), a quoted one stays text. Nulls are left out, as Kubernetes
 * reads them.
 */
final class YamlDocuments {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Substitution substitution;

  YamlDocuments(Substitution substitution) {
    this.substitution = substitution;
  }

  /**
   * @throws org.yaml.snakeyaml.error.YAMLException when the text is no YAML
   */
  List<JsonNode> read(String text) {
    LoaderOptions limits = new LoaderOptions();
    limits.setAllowRecursiveKeys(false);
    List<JsonNode> documents = new ArrayList<>();
    for (Node node : new Yaml(new SafeConstructor(limits)).composeAll(new StringReader(text))) {
      JsonNode document = convert(node);
      if (!document.isNull()) {
        documents.add(document);
      }
    }
    return documents;
  }

  private JsonNode convert(Node node) {
    return switch (node) {
      case MappingNode mapping -> object(mapping);
      case SequenceNode sequence -> array(sequence);
      case ScalarNode scalar -> scalar(scalar);
      default -> NODES.nullNode();
    };
  }

  private ObjectNode object(MappingNode mapping) {
    ObjectNode object = NODES.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      String key = key(entry.getKeyNode());
      JsonNode value = convert(entry.getValueNode());
      if (key.equals("<<") && value instanceof ObjectNode merged) {
        merged.properties().forEach(from -> object.putIfAbsent(from.getKey(), from.getValue()));
      } else if (object.has(key)) {
        throw new YAMLException(
            "the key \"" + key + "\" occurs twice" + entry.getKeyNode().getStartMark());
      } else if (!value.isNull()) {
        object.set(key, value);
      }
    }
    return object;
  }

  private String key(Node node) {
    if (node instanceof ScalarNode scalar) {
      return substitution.apply(scalar.getValue());
    }
    throw new YAMLException("a key should be text" + node.getStartMark());
  }

  private ArrayNode array(SequenceNode sequence) {
    ArrayNode array = NODES.arrayNode();
    sequence.getValue().forEach(item -> array.add(convert(item)));
    return array;
  }

  private JsonNode scalar(ScalarNode scalar) {
    String text = substitution.apply(scalar.getValue());
    return scalar.getScalarStyle() == ScalarStyle.PLAIN
        ? YamlScalars.plain(text)
        : NODES.textNode(text);
  }
}
