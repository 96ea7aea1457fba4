package dev.meridian.sandbox.kubernetes.cluster;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.ObjectKey;
import dev.meridian.sandbox.kubernetes.object.ResourceKind;
import dev.meridian.sandbox.kubernetes.object.ResourceKinds;
import dev.meridian.sandbox.world.Journal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An accepted write as the journal keeps it: enough to fold a cluster again after a restart. */
sealed interface Write {
  /** The journal's kind of entry. */
  String KIND = "kubernetes";

  /** The store's revision after it. */
  long revision();

  /**
   * An object was created or changed.
   *
   * @param effective when the controllers shall believe that it happened, if not when it was
   *     journaled: what the world begins with was rolled out before
   */
  record Stored(long revision, ApiObject object, Optional<Instant> effective) implements Write {}

  /** An object is gone; with {@code orphan}, what belonged to it stays. */
  record Removed(long revision, ObjectKey key, boolean orphan) implements Write {}

  /** A pod of a controller was deleted. */
  record PodDeleted(long revision, String owner, String pod) implements Write {}

  /** The cluster was started and everything that it begins with is there. */
  record Started(long revision) implements Write {}

  /** The journal's payload. */
  default Map<String, Object> payload(RegionCode region) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("op", op());
    payload.put("region", region.value());
    payload.put("revision", revision());
    switch (this) {
      case Stored stored -> {
        payload.put(
            "object",
            ApiObject.JSON.convertValue(
                stored.object().tree(), new TypeReference<Map<String, Object>>() {}));
        stored.effective().ifPresent(at -> payload.put("effective", at.toString()));
      }
      case Removed removed -> {
        payload.put("group", removed.key().kind().group());
        payload.put("version", removed.key().kind().version());
        payload.put("plural", removed.key().kind().plural());
        payload.put("namespace", removed.key().namespace());
        payload.put("name", removed.key().name());
        payload.put("orphan", removed.orphan());
      }
      case PodDeleted deleted -> {
        payload.put("owner", deleted.owner());
        payload.put("pod", deleted.pod());
      }
      case Started _ -> {}
    }
    return payload;
  }

  private String op() {
    return switch (this) {
      case Stored _ -> "stored";
      case Removed _ -> "removed";
      case PodDeleted _ -> "podDeleted";
      case Started _ -> "started";
    };
  }

  /** Whether the entry belongs to that region. */
  static boolean concerns(Journal.Entry entry, RegionCode region) {
    return region.value().equals(entry.payload().get("region"));
  }

  /** Reads a payload back. */
  static Write of(Journal.Entry entry) {
    ObjectNode payload = ApiObject.JSON.valueToTree(entry.payload());
    long revision = payload.path("revision").asLong();
    return switch (payload.path("op").asText()) {
      case "stored" ->
          new Stored(
              revision,
              new ApiObject((ObjectNode) payload.get("object")),
              Optional.of(payload.path("effective").asText())
                  .filter(text -> !text.isEmpty())
                  .map(Instant::parse));
      case "removed" ->
          new Removed(
              revision,
              new ObjectKey(
                  kind(payload), payload.path("namespace").asText(), payload.path("name").asText()),
              payload.path("orphan").asBoolean());
      case "podDeleted" ->
          new PodDeleted(revision, payload.path("owner").asText(), payload.path("pod").asText());
      case "started" -> new Started(revision);
      default -> throw new IllegalStateException("unreadable journal entry " + entry.seq());
    };
  }

  private static ResourceKind kind(ObjectNode payload) {
    return ResourceKinds.find(
            payload.path("group").asText(),
            payload.path("version").asText(),
            payload.path("plural").asText())
        .orElseThrow();
  }
}
