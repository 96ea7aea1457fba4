package dev.meridian.sandbox.kubernetes.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who owns which fields of an object: its {@code metadata.managedFields}. */
public record ManagedFields(List<Entry> entries) {
  public static final ManagedFields NONE = new ManagedFields(List.of());

  /** How an owner came to its fields. */
  public enum Operation {
    /** By server-side apply: what it no longer applies is removed. */
    APPLY("Apply"),
    /** By any other write. */
    UPDATE("Update");

    private final String text;

    Operation(String text) {
      this.text = text;
    }
  }

  /** One owner. */
  public record Entry(Writer writer, Operation operation, FieldSet fields) {
    boolean sameOwner(Entry other) {
      return operation == other.operation
          && writer.manager().equals(other.writer.manager())
          && writer.subresource().equals(other.writer.subresource())
          && writer.apiVersion().equals(other.writer.apiVersion());
    }

    Entry with(FieldSet other) {
      return new Entry(writer, operation, other);
    }

    /** As messages about conflicts name the owner. */
    String spoken() {
      String name = "\"" + writer.manager() + "\"";
      if (!writer.subresource().isEmpty()) {
        name += " with subresource \"" + writer.subresource() + "\"";
      }
      return operation == Operation.APPLY
          ? name
          : name + " using " + writer.apiVersion() + " at " + writer.time();
    }
  }

  public ManagedFields {
    entries = entries.stream().filter(each -> !each.fields().isEmpty()).toList();
  }

  public static ManagedFields of(ApiObject object) {
    List<Entry> found = new ArrayList<>();
    for (JsonNode each : object.tree().path("metadata").path("managedFields")) {
      Writer writer =
          new Writer(
              each.path("manager").asText(),
              each.path("apiVersion").asText(),
              each.path("subresource").asText(),
              each.path("time").asText());
      Operation operation =
          each.path("operation").asText().equals(Operation.APPLY.text)
              ? Operation.APPLY
              : Operation.UPDATE;
      found.add(new Entry(writer, operation, FieldSet.ofFieldsV1(each.path("fieldsV1"))));
    }
    return new ManagedFields(found);
  }

  public void writeTo(ApiObject object) {
    ArrayNode list = object.metadata().putArray("managedFields");
    for (Entry entry : entries) {
      ObjectNode node = list.addObject();
      node.put("manager", entry.writer().manager()).put("operation", entry.operation().text);
      node.put("apiVersion", entry.writer().apiVersion()).put("time", entry.writer().time());
      node.put("fieldsType", "FieldsV1").set("fieldsV1", entry.fields().toFieldsV1());
      if (!entry.writer().subresource().isEmpty()) {
        node.put("subresource", entry.writer().subresource());
      }
    }
    if (list.isEmpty()) {
      object.metadata().remove("managedFields");
    }
  }

  Optional<Entry> find(Entry owner) {
    return entries.stream().filter(owner::sameOwner).findFirst();
  }

  /** The owner's entry replaced or added; its time moves only when its fields changed. */
  ManagedFields with(Entry owner) {
    List<Entry> next = new ArrayList<>();
    boolean placed = false;
    for (Entry each : entries) {
      if (each.sameOwner(owner)) {
        next.add(each.fields().equals(owner.fields()) ? each : owner);
        placed = true;
      } else {
        next.add(each);
      }
    }
    if (!placed) {
      next.add(owner);
    }
    return new ManagedFields(next);
  }
}
