package dev.meridian.sandbox.kubernetes.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.ListShape;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The fields that an object has, and what is in them. */
final class Fields {
  /** Fields that belong to the server and that nobody owns. */
  private static final Set<FieldPath> NOBODYS =
      Set.of(
          FieldPath.of("apiVersion"),
          FieldPath.of("kind"),
          FieldPath.of("metadata", "name"),
          FieldPath.of("metadata", "namespace"),
          FieldPath.of("metadata", "uid"),
          FieldPath.of("metadata", "resourceVersion"),
          FieldPath.of("metadata", "generation"),
          FieldPath.of("metadata", "creationTimestamp"),
          FieldPath.of("metadata", "deletionTimestamp"),
          FieldPath.of("metadata", "deletionGracePeriodSeconds"),
          FieldPath.of("metadata", "selfLink"),
          FieldPath.of("metadata", "managedFields"));

  private Fields() {}

  /** All fields that hold a value of their own, and the items of keyed lists. */
  static FieldSet of(ObjectNode tree) {
    TreeSet<FieldPath> found = new TreeSet<>();
    tree.properties()
        .forEach(each -> collect(FieldPath.ROOT, each.getKey(), each.getValue(), found));
    return new FieldSet(found);
  }

  private static void collect(
      FieldPath parent, String name, JsonNode node, SortedSet<FieldPath> into) {
    FieldPath path = parent.field(name);
    if (node.isNull() || NOBODYS.contains(path)) {
      return;
    }
    if (node.isObject() && !node.isEmpty() && !ListShape.ATOMIC_MAPS.contains(name)) {
      node.properties().forEach(each -> collect(path, each.getKey(), each.getValue(), into));
    } else if (node.isArray() && !node.isEmpty()) {
      collectList(path, parent.listBelow(name), (ArrayNode) node, into);
    } else {
      into.add(path);
    }
  }

  private static void collectList(
      FieldPath path, ListShape shape, ArrayNode list, SortedSet<FieldPath> into) {
    switch (shape) {
      case ListShape.Atomic() -> into.add(path);
      case ListShape.Values() -> list.forEach(value -> into.add(path.value(value)));
      case ListShape.Keyed keyed -> {
        for (JsonNode item : list) {
          FieldPath at = path.item(keyed.keyOf(item));
          into.add(at);
          item.properties().forEach(each -> collect(at, each.getKey(), each.getValue(), into));
        }
      }
    }
  }

  /** What is at the path; a missing node when nothing is. */
  static JsonNode at(ObjectNode tree, FieldPath path) {
    JsonNode node = tree;
    FieldPath above = FieldPath.ROOT;
    for (String element : path.elements()) {
      node = step(node, above, element);
      above = above.then(element);
    }
    return node;
  }

  private static JsonNode step(JsonNode node, FieldPath above, String element) {
    if (element.startsWith("f:")) {
      return node.path(element.substring(2));
    }
    if (!(node instanceof ArrayNode list)) {
      return MissingNode.getInstance();
    }
    if (element.startsWith("k:")) {
      return item(list, above, element);
    }
    JsonNode value = FieldPath.json(element);
    for (JsonNode each : list) {
      if (each.equals(value)) {
        return each;
      }
    }
    return MissingNode.getInstance();
  }

  private static JsonNode item(ArrayNode list, FieldPath above, String element) {
    if (shapeOf(above) instanceof ListShape.Keyed keyed) {
      ObjectNode key = (ObjectNode) FieldPath.json(element);
      return keyed.find(list, key).map(JsonNode.class::cast).orElse(MissingNode.getInstance());
    }
    return MissingNode.getInstance();
  }

  private static ListShape shapeOf(FieldPath list) {
    return list.parent().listBelow(list.last().substring(2));
  }

  /** Removes what is at the path, and the maps and lists above it that become empty by that. */
  static void remove(ObjectNode tree, FieldPath path) {
    JsonNode parent = at(tree, path.parent());
    boolean removed =
        switch (parent) {
          case ObjectNode object -> object.remove(path.last().substring(2)) != null;
          case ArrayNode list -> removeItem(list, at(tree, path));
          default -> false;
        };
    if (removed && parent.isEmpty() && path.elements().size() > 2) {
      remove(tree, path.parent());
    }
  }

  private static boolean removeItem(ArrayNode list, JsonNode item) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).equals(item)) {
        list.remove(i);
        return true;
      }
    }
    return false;
  }

  /** Lays {@code config} over {@code target}, keyed lists by key, nulls left out. */
  static void merge(ObjectNode target, ObjectNode config, FieldPath above) {
    for (var each : config.properties()) {
      String name = each.getKey();
      JsonNode value = each.getValue();
      FieldPath path = above.field(name);
      if (value.isNull() || NOBODYS.contains(path)) {
        continue;
      }
      if (value instanceof ObjectNode map && !ListShape.ATOMIC_MAPS.contains(name)) {
        merge(ApiObject.object(target, name), map, path);
      } else if (value instanceof ArrayNode list) {
        mergeList(target, name, list, above);
      } else {
        target.set(name, value.deepCopy());
      }
    }
  }

  private static void mergeList(ObjectNode target, String name, ArrayNode list, FieldPath above) {
    switch (above.listBelow(name)) {
      case ListShape.Atomic() -> target.set(name, list.deepCopy());
      case ListShape.Values() -> {
        ArrayNode there = ApiObject.list(target, name);
        for (JsonNode value : list) {
          removeItem(there, value);
          there.add(value);
        }
      }
      case ListShape.Keyed keyed -> {
        ArrayNode there = ApiObject.list(target, name);
        for (JsonNode item : list) {
          ObjectNode key = keyed.keyOf(item);
          ObjectNode found = keyed.find(there, key).orElseGet(there::addObject);
          merge(found, (ObjectNode) item, above.field(name).item(key));
        }
      }
    }
  }
}
