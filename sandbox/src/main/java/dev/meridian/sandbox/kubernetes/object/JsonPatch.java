package dev.meridian.sandbox.kubernetes.object;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** RFC 6902: a list of operations, all or none. */
public final class JsonPatch {
  private JsonPatch() {}

  /**
   * The document after all operations; the one given is left as it is.
   *
   * @throws Refusal 422 when an operation cannot be carried out or a test fails
   */
  public static ObjectNode apply(ObjectNode document, JsonNode operations) {
    if (!operations.isArray()) {
      throw Refusal.badRequest("a JSON patch should be a list of operations");
    }
    ObjectNode result = document.deepCopy();
    for (JsonNode operation : operations) {
      carryOut(result, operation);
    }
    return result;
  }

  private static void carryOut(ObjectNode document, JsonNode operation) {
    String path = operation.path("path").asText();
    switch (operation.path("op").asText()) {
      case "add" -> add(document, path, operation.path("value"));
      case "remove" -> remove(document, path);
      case "replace" -> {
        remove(document, path);
        add(document, path, operation.path("value"));
      }
      case "copy" -> add(document, path, existing(document, operation.path("from").asText()));
      case "move" -> add(document, path, remove(document, operation.path("from").asText()));
      case "test" -> {
        if (!existing(document, path).equals(operation.path("value"))) {
          throw Refusal.unprocessable("testing path " + path + " value failed: test failed");
        }
      }
      default ->
          throw Refusal.badRequest("unknown operation in JSON patch: " + operation.path("op"));
    }
  }

  private static JsonNode existing(ObjectNode document, String path) {
    JsonNode found = document.at(pointer(path));
    if (found.isMissingNode()) {
      throw Refusal.unprocessable("unable to find path in JSON patch: " + path);
    }
    return found.deepCopy();
  }

  private static JsonNode remove(ObjectNode document, String path) {
    final JsonNode before = existing(document, path);
    JsonPointer pointer = pointer(path);
    String last = pointer.last().getMatchingProperty();
    switch (document.at(pointer.head())) {
      case ObjectNode object -> object.remove(last);
      case ArrayNode array -> array.remove(Integer.parseInt(last));
      default -> throw Refusal.unprocessable("unable to remove in JSON patch: " + path);
    }
    return before;
  }

  private static void add(ObjectNode document, String path, JsonNode value) {
    JsonPointer pointer = pointer(path);
    if (pointer.matches()) {
      throw Refusal.unprocessable("a JSON patch cannot replace the whole object");
    }
    String last = pointer.last().getMatchingProperty();
    switch (document.at(pointer.head())) {
      case ObjectNode object -> object.set(last, value);
      case ArrayNode array when last.equals("-") -> array.add(value);
      case ArrayNode array
          when last.matches("\\d{1,6}") && Integer.parseInt(last) <= array.size() ->
          array.insert(Integer.parseInt(last), value);
      default -> throw Refusal.unprocessable("unable to add in JSON patch: " + path);
    }
  }

  private static JsonPointer pointer(String path) {
    try {
      return JsonPointer.compile(path);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("invalid path in JSON patch: " + path);
    }
  }
}
