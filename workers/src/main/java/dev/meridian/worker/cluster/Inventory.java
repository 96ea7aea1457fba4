package dev.meridian.worker.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.worker.manifest.KubernetesObject;
import dev.meridian.worker.manifest.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What ran before the first change: every object that the contender will touch. */
record Inventory(List<Entry> entries) {
  /** Kind under which artifacts keep it. */
  static final String ARTIFACT = "inventory";

  /** One object as it was. */
  sealed interface Entry {
    ObjectRef ref();

    /**
     * It was there.
     *
     * @param before without status and version, with its uid and the owners of its fields
     */
    record Existing(KubernetesObject before) implements Entry {
      @Override
      public ObjectRef ref() {
        return before.ref();
      }
    }

    /** It was not: whatever is there later was brought by the contender, or by others. */
    record Absent(ObjectRef ref) implements Entry {}
  }

  Inventory {
    entries = List.copyOf(entries);
  }

  /** The record of an object found, or not found, in a cluster. */
  static Entry entry(ObjectRef ref, Optional<KubernetesObject> live) {
    return live.<Entry>map(found -> new Entry.Existing(sanitized(found)))
        .orElseGet(() -> new Entry.Absent(ref));
  }

  private static KubernetesObject sanitized(KubernetesObject live) {
    return live.with(tree -> {
      tree.remove("status");
      tree.withObjectProperty("metadata")
          .remove(List.of("resourceVersion", "generation", "creationTimestamp", "selfLink"));
    });
  }

  List<KubernetesObject> existing() {
    return entries.stream()
        .flatMap(entry ->
            switch (entry) {
              case Entry.Existing(KubernetesObject before) -> List.of(before).stream();
              case Entry.Absent(ObjectRef ref) -> List.<KubernetesObject>of().stream();
            })
        .toList();
  }

  /** One entry per line. */
  String canonical() {
    return entries.stream()
        .map(Inventory::write)
        .map(node -> new KubernetesObject(node).canonical())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  static Inventory parse(String canonical) {
    return new Inventory(
        canonical.lines().map(line -> read(KubernetesObject.parse(line).tree())).toList());
  }

  private static ObjectNode write(Entry entry) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    switch (entry) {
      case Entry.Existing(KubernetesObject before) -> node.set("before", before.tree());
      case Entry.Absent(ObjectRef ref) ->
          node.putObject("absent")
              .put("apiVersion", ref.apiVersion())
              .put("kind", ref.kind())
              .put("namespace", ref.namespace())
              .put("name", ref.name());
    }
    return node;
  }

  private static Entry read(ObjectNode node) {
    if (node.path("before") instanceof ObjectNode before) {
      return new Entry.Existing(new KubernetesObject(before));
    }
    JsonNode absent = node.path("absent");
    return new Entry.Absent(
        new ObjectRef(
            absent.path("apiVersion").asText(),
            absent.path("kind").asText(),
            absent.path("namespace").asText(),
            absent.path("name").asText()));
  }
}
