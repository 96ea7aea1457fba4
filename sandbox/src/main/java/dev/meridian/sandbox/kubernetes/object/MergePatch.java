package dev.meridian.sandbox.kubernetes.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Patches that look like the object: RFC 7396, and the strategic kind that knows keyed lists. */
public final class MergePatch {
  private static final String DIRECTIVE = "$patch";

  private MergePatch() {}

  /** RFC 7396: null removes, lists are replaced. The document given is left as it is. */
  public static ObjectNode merge(ObjectNode document, JsonNode patch) {
    return (ObjectNode) plain(document.deepCopy(), requireObject(patch));
  }

  /**
   * Strategic: items of keyed lists are merged by key, {@code $patch: delete} and {@code replace},
   * {@code $deleteFromPrimitiveList} and {@code $retainKeys} are understood.
   */
  public static ObjectNode strategic(ObjectNode document, JsonNode patch) {
    ObjectNode result = document.deepCopy();
    strategic(result, requireObject(patch), false);
    return result;
  }

  private static JsonNode requireObject(JsonNode patch) {
    if (!patch.isObject()) {
      throw Refusal.badRequest("a merge patch should be an object");
    }
    return patch;
  }

  private static JsonNode plain(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch.deepCopy();
    }
    ObjectNode result =
        target instanceof ObjectNode object ? object : ApiObject.JSON.createObjectNode();
    changes
        .properties()
        .forEach(each -> {
          if (each.getValue().isNull()) {
            result.remove(each.getKey());
          } else {
            result.set(each.getKey(), plain(result.path(each.getKey()), each.getValue()));
          }
        });
    return result;
  }

  private static void strategic(ObjectNode target, JsonNode patch, boolean inContainer) {
    if (patch.path(DIRECTIVE).asText().equals("replace")) {
      target.removeAll();
    }
    retainKeys(target, patch);
    for (var each : patch.properties()) {
      String name = each.getKey();
      JsonNode change = each.getValue();
      if (name.startsWith("$deleteFromPrimitiveList/")) {
        deleteValues(target.path(name.substring(name.indexOf('/') + 1)), change);
      } else if (!name.startsWith("$")) {
        strategicField(target, name, change, inContainer);
      }
    }
  }

  private static void strategicField(
      ObjectNode target, String name, JsonNode change, boolean inContainer) {
    if (change.isNull()) {
      target.remove(name);
    } else if (change instanceof ObjectNode object) {
      strategicChild(target, name, object);
    } else if (change instanceof ArrayNode list) {
      strategicList(target, name, list, inContainer);
    } else {
      target.set(name, change);
    }
  }

  private static void strategicChild(ObjectNode target, String name, ObjectNode change) {
    if (change.path(DIRECTIVE).asText().equals("delete")) {
      target.remove(name);
    } else {
      strategic(ApiObject.object(target, name), change, false);
    }
  }

  private static void strategicList(
      ObjectNode target, String name, ArrayNode change, boolean inContainer) {
    switch (ListShape.of(name, inContainer)) {
      case ListShape.Atomic() -> target.set(name, change.deepCopy());
      case ListShape.Values() -> addValues(ApiObject.list(target, name), change);
      case ListShape.Keyed keyed -> {
        ArrayNode list = ApiObject.list(target, name);
        for (JsonNode item : change) {
          if (item.size() == 1 && item.path(DIRECTIVE).asText().equals("replace")) {
            list.removeAll();
          } else {
            mergeItem(list, keyed.strategic(), item, ListShape.isContainers(name));
          }
        }
      }
    }
  }

  private static void mergeItem(ArrayNode list, String key, JsonNode item, boolean container) {
    int at = indexOf(list, key, item.path(key));
    if (item.path(DIRECTIVE).asText().equals("delete")) {
      if (at >= 0) {
        list.remove(at);
      }
    } else if (at >= 0) {
      strategic((ObjectNode) list.get(at), item, container);
    } else {
      strategic(list.addObject(), item, container);
    }
  }

  private static int indexOf(ArrayNode list, String key, JsonNode value) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).path(key).equals(value)) {
        return i;
      }
    }
    return -1;
  }

  private static void retainKeys(ObjectNode target, JsonNode patch) {
    JsonNode keys = patch.path("$retainKeys");
    if (keys.isArray()) {
      List<String> names = new ArrayList<>();
      keys.forEach(key -> names.add(key.asText()));
      target.retain(names);
    }
  }

  private static void addValues(ArrayNode list, ArrayNode values) {
    for (JsonNode value : values) {
      if (!contains(list, value)) {
        list.add(value);
      }
    }
  }

  private static void deleteValues(JsonNode list, JsonNode values) {
    if (list instanceof ArrayNode array) {
      for (int i = array.size() - 1; i >= 0; i--) {
        if (contains(values, array.get(i))) {
          array.remove(i);
        }
      }
    }
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode each : list) {
      if (each.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
