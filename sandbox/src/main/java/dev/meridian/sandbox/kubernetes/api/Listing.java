package dev.meridian.sandbox.kubernetes.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.cluster.Cluster.Snapshot;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.FieldSelector;
import dev.meridian.sandbox.kubernetes.object.LabelSelector;
import dev.meridian.sandbox.kubernetes.object.ObjectKey;
import dev.meridian.sandbox.kubernetes.object.Refusal;
import dev.meridian.sandbox.kubernetes.object.ResourceKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/**
 * A page of a collection: selected, cut to {@code limit}, continued after the last key.
 *
 * @param left how many follow on later pages
 */
record Listing(ResourceKind kind, long revision, List<ApiObject> objects, long left) {

  static Listing of(ResourceKind kind, Snapshot snapshot, ApiRequest request) {
    Predicate<ApiObject> selected = selector(kind, request);
    Predicate<ApiObject> later = after(kind, request.parameter("continue"));
    List<ApiObject> found = snapshot.objects().stream().filter(selected).filter(later).toList();
    long limit = request.number("limit").filter(number -> number > 0).orElse(Long.MAX_VALUE);
    List<ApiObject> page = found.stream().limit(limit).toList();
    return new Listing(kind, snapshot.revision(), page, found.size() - page.size());
  }

  /** What {@code labelSelector} and {@code fieldSelector} ask for. */
  static Predicate<ApiObject> selector(ResourceKind kind, ApiRequest request) {
    LabelSelector labels = LabelSelector.parse(request.parameter("labelSelector"));
    FieldSelector fields = FieldSelector.parse(request.parameter("fieldSelector"), kind);
    return object -> labels.matches(object.labels()) && fields.matches(object);
  }

  ObjectNode json() {
    ObjectNode list = ApiObject.JSON.createObjectNode();
    list.put("kind", kind.kind() + "List").put("apiVersion", kind.apiVersion());
    list.set("metadata", metadata());
    ArrayNode items = list.putArray("items");
    objects.forEach(object -> items.add(object.tree()));
    return list;
  }

  ObjectNode metadata() {
    ObjectNode metadata = ApiObject.JSON.createObjectNode();
    metadata.put("resourceVersion", Long.toString(revision));
    if (left > 0) {
      ApiObject last = objects.getLast();
      ObjectNode token = ApiObject.JSON.createObjectNode();
      token.put("namespace", last.namespace()).put("name", last.name());
      byte[] bytes = token.toString().getBytes(StandardCharsets.UTF_8);
      metadata.put("continue", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
      metadata.put("remainingItemCount", left);
    }
    return metadata;
  }

  private static Predicate<ApiObject> after(ResourceKind kind, String token) {
    if (token.isEmpty()) {
      return _ -> true;
    }
    try {
      JsonNode last = ApiObject.JSON.readTree(Base64.getUrlDecoder().decode(token));
      ObjectKey key =
          new ObjectKey(kind, last.path("namespace").asText(), last.path("name").asText());
      return object -> ObjectKey.of(kind, object).compareTo(key) > 0;
    } catch (IllegalArgumentException | IOException e) {
      throw Refusal.badRequest("continue key is not valid: " + token);
    }
  }
}
