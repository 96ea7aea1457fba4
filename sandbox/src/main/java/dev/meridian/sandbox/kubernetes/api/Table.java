package dev.meridian.sandbox.kubernetes.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.ResourceKind;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Objects as rows for people: what {@code kubectl get} prints. Ages are world time, because the
 * server counts them.
 *
 * @param objects whether rows carry the whole object or only its metadata
 */
record Table(List<Column> columns, boolean objects) {

  /**
   * A column.
   *
   * @param wide shown with {@code -o wide} only
   * @param cell a text or a number
   */
  record Column(String name, boolean wide, Function<ApiObject, Object> cell) {
    static Column of(String name, Function<ApiObject, Object> cell) {
      return new Column(name, false, cell);
    }

    static Column wide(String name, Function<ApiObject, Object> cell) {
      return new Column(name, true, cell);
    }
  }

  /** The table of a kind as of {@code now}. */
  static Table of(ResourceKind kind, Instant now, String includeObject) {
    return new Table(Columns.of(kind, now), includeObject.equals("Object"));
  }

  ObjectNode json(Listing listing) {
    return json(listing.metadata(), listing.objects());
  }

  /** A table with one row. */
  ObjectNode json(ApiObject object) {
    ObjectNode metadata = ApiObject.JSON.createObjectNode();
    metadata.put("resourceVersion", object.resourceVersion());
    return json(metadata, List.of(object));
  }

  private ObjectNode json(ObjectNode metadata, List<ApiObject> rows) {
    ObjectNode table = ApiObject.JSON.createObjectNode();
    table.put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
    table.set("metadata", metadata);
    ArrayNode definitions = table.putArray("columnDefinitions");
    for (Column column : columns) {
      definitions
          .addObject()
          .put("name", column.name())
          .put("type", "string")
          .put("format", column.name().equals("Name") ? "name" : "")
          .put("description", column.name())
          .put("priority", column.wide() ? 1 : 0);
    }
    ArrayNode list = table.putArray("rows");
    rows.forEach(object -> row(list.addObject(), object));
    return table;
  }

  private void row(ObjectNode row, ApiObject object) {
    ArrayNode cells = row.putArray("cells");
    columns.forEach(column -> cells.addPOJO(column.cell().apply(object)));
    if (objects) {
      row.set("object", object.tree());
      return;
    }
    ObjectNode partial = row.putObject("object");
    partial.put("kind", "PartialObjectMetadata").put("apiVersion", "meta.k8s.io/v1");
    partial.set("metadata", object.tree().path("metadata"));
  }
}
