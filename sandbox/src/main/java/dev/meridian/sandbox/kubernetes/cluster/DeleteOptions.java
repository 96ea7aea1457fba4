package dev.meridian.sandbox.kubernetes.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.ObjectKey;
import dev.meridian.sandbox.kubernetes.object.Refusal;

/**
 * How a deletion is meant.
 *
 * @param policy what becomes of the objects that belong to it
 * @param uid that the object must have; empty for any
 * @param resourceVersion that the object must have; empty for any
 */
public record DeleteOptions(Policy policy, String uid, String resourceVersion, boolean dryRun) {
  /** What becomes of the objects that belong to the deleted one. */
  public enum Policy {
    /** It goes at once, they follow. */
    BACKGROUND,
    /** It stays until they have gone. */
    FOREGROUND,
    /** They stay. */
    ORPHAN
  }

  /** From the request's body and its {@code propagationPolicy} parameter, which wins. */
  public static DeleteOptions of(JsonNode body, String parameter, boolean dryRun) {
    String policy = parameter.isEmpty() ? body.path("propagationPolicy").asText() : parameter;
    JsonNode preconditions = body.path("preconditions");
    return new DeleteOptions(
        switch (policy) {
          case "Foreground" -> Policy.FOREGROUND;
          case "Orphan" -> Policy.ORPHAN;
          default -> Policy.BACKGROUND;
        },
        preconditions.path("uid").asText(),
        preconditions.path("resourceVersion").asText(),
        dryRun || !body.path("dryRun").isEmpty());
  }

  /**
   * The object must be the one that was meant.
   *
   * @throws Refusal 409
   */
  void requireMet(ObjectKey key, ApiObject object) {
    require(key, "UID", uid, object.uid());
    require(key, "ResourceVersion", resourceVersion, object.resourceVersion());
  }

  private static void require(ObjectKey key, String what, String wanted, String there) {
    if (!wanted.isEmpty() && !wanted.equals(there)) {
      throw Refusal.conflict(
          key.kind(),
          key.name(),
          "Precondition failed: %s in precondition: %s, %s in object meta: %s"
              .formatted(what, wanted, what, there));
    }
  }
}
