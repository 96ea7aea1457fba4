package dev.meridian.worker.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.worker.manifest.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A set of fields as {@code metadata.managedFields[].fieldsV1} writes it: a tree of path elements
 * whose leaves are the fields; {@code "."} marks that a struct itself belongs to the set.
 */
record FieldSet(ObjectNode fields) {
  static final FieldSet NONE = new FieldSet(JsonNodeFactory.instance.objectNode());
  private static final String ITSELF = ".";

  boolean isEmpty() {
    return fields.isEmpty();
  }

  /** Fields of either. */
  FieldSet plus(FieldSet other) {
    ObjectNode sum = fields.deepCopy();
    add(sum, other.fields);
    return new FieldSet(sum);
  }

  /** A field that is wholly in one of the two is wholly in the sum. */
  private static void add(ObjectNode to, ObjectNode from) {
    for (var entry : from.properties()) {
      ObjectNode theirs = (ObjectNode) entry.getValue();
      if (to.get(entry.getKey()) instanceof ObjectNode ours
          && !ours.isEmpty()
          && !theirs.isEmpty()) {
        add(ours, theirs);
      } else {
        to.set(entry.getKey(), to.has(entry.getKey()) ? to.objectNode() : theirs.deepCopy());
      }
    }
  }

  /** Whether the field, or a whole that it is part of, is in the set. */
  boolean contains(FieldPath path) {
    JsonNode node = fields;
    for (String element : path.elements()) {
      node = node.path(element);
      if (node.isMissingNode()) {
        return false;
      }
      if (node.isEmpty()) {
        return true;
      }
    }
    return true;
  }

  /** Every field that has none below it, in the order of the set. */
  List<FieldPath> leaves() {
    List<FieldPath> leaves = new ArrayList<>();
    collect(fields, List.of(), leaves);
    return leaves;
  }

  private static void collect(ObjectNode node, List<String> path, List<FieldPath> leaves) {
    for (var entry : node.properties()) {
      if (entry.getKey().equals(ITSELF)) {
        continue;
      }
      List<String> below = new ArrayList<>(path);
      below.add(entry.getKey());
      ObjectNode child = (ObjectNode) entry.getValue();
      if (isLeaf(child)) {
        leaves.add(new FieldPath(below));
      } else {
        collect(child, below, leaves);
      }
    }
  }

  private static boolean isLeaf(ObjectNode node) {
    return node.isEmpty() || (node.size() == 1 && node.has(ITSELF));
  }

  /** The leaves that fulfil a condition, and the structs around them. */
  FieldSet where(Predicate<FieldPath> condition) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    leaves().stream().filter(condition).forEach(path -> put(kept, path));
    return new FieldSet(kept);
  }

  private static void put(ObjectNode to, FieldPath path) {
    ObjectNode node = to;
    for (String element : path.elements()) {
      node = node.withObjectProperty(element);
    }
  }

  /** Only these fields of an object, lists in the object's own order. */
  ObjectNode extract(KubernetesObject object) {
    return prunedObject(object.tree(), fields);
  }

  private static JsonNode pruned(JsonNode value, ObjectNode set) {
    if (isLeaf(set)) {
      return value.deepCopy();
    }
    return switch (value) {
      case ObjectNode object -> prunedObject(object, set);
      case ArrayNode array -> prunedArray(array, set);
      default -> value;
    };
  }

  private static ObjectNode prunedObject(ObjectNode object, ObjectNode set) {
    ObjectNode kept = object.objectNode();
    for (var field : object.properties()) {
      if (set.get("f:" + field.getKey()) instanceof ObjectNode below) {
        kept.set(field.getKey(), pruned(field.getValue(), below));
      }
    }
    return kept;
  }

  private static ArrayNode prunedArray(ArrayNode array, ObjectNode set) {
    ArrayNode kept = array.arrayNode();
    for (JsonNode item : array) {
      for (var entry : set.properties()) {
        String rest = entry.getKey().substring(1).replaceFirst("^:", "");
        switch (entry.getKey().charAt(0)) {
          case 'k' -> keepItem(kept, item, KubernetesObject.parse(rest).tree(), entry.getValue());
          case 'v' -> keepValue(kept, item, rest);
          default -> {}
        }
      }
    }
    return kept;
  }

  private static void keepItem(ArrayNode kept, JsonNode item, ObjectNode keys, JsonNode below) {
    if (FieldPath.matches(item, keys)) {
      ObjectNode part = keys.deepCopy();
      // An item that is only a member has no field of its own in the set but its keys.
      if (!isLeaf((ObjectNode) below)) {
        part.setAll((ObjectNode) pruned(item, (ObjectNode) below));
      }
      kept.add(part);
    }
  }

  private static void keepValue(ArrayNode kept, JsonNode item, String value) {
    if (item.toString().equals(value)) {
      kept.add(item);
    }
  }
}
