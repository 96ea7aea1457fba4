package dev.meridian.sandbox.kubernetes.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.apply.ManagedFields;
import dev.meridian.sandbox.kubernetes.apply.Ownership;
import dev.meridian.sandbox.kubernetes.apply.ServerSideApply;
import dev.meridian.sandbox.kubernetes.apply.Writer;
import dev.meridian.sandbox.kubernetes.cluster.WriteOptions.Subresource;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.Defaults;
import dev.meridian.sandbox.kubernetes.object.Refusal;
import dev.meridian.sandbox.kubernetes.object.Refusal.Cause;
import dev.meridian.sandbox.kubernetes.object.ResourceKind;
import dev.meridian.sandbox.kubernetes.object.ResourceKinds;
import dev.meridian.sandbox.kubernetes.object.Validation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * From what was sent to what is stored: identity kept, status and spec kept apart, defaults,
 * validation, ownership, generation. Pure; nothing is stored here.
 *
 * @param kind of the object
 * @param options of the write
 * @param now world time
 */
record Admission(ResourceKind kind, WriteOptions options, Instant now) {
  /** Fields of the metadata that clients cannot change. */
  private static final List<String> IDENTITY =
      List.of(
          "name",
          "namespace",
          "uid",
          "resourceVersion",
          "generation",
          "creationTimestamp",
          "deletionTimestamp",
          "deletionGracePeriodSeconds",
          "managedFields");

  /** A new object. */
  ApiObject create(ApiObject sent, String uid) {
    if (!sent.resourceVersion().isEmpty()) {
      throw Refusal.badRequest("resourceVersion should not be set on objects to be created");
    }
    ApiObject object = newborn(sent.copy(), uid);
    Defaults.fill(kind, object.tree());
    Validation.require(kind, object, Optional.empty());
    ApiObject nothing = ApiObject.of(kind);
    Ownership.afterUpdate(nothing, object, writer()).writeTo(object);
    return object;
  }

  /** The stored object after a PUT or a patch of any kind but apply. */
  ApiObject update(ApiObject before, ApiObject sent) {
    requireSame(before, sent);
    ApiObject after = keepApart(before, withIdentity(before, sent));
    finish(before, after);
    Ownership.afterUpdate(withOwners(before, sent), after, writer()).writeTo(after);
    return count(before, after);
  }

  /** The owners that a client writes out replace the stored ones; writing none leaves them. */
  private ApiObject withOwners(ApiObject before, ApiObject sent) {
    JsonNode owners = sent.metadata().path("managedFields");
    if (owners.isEmpty() || options.subresource() != Subresource.NONE) {
      return before;
    }
    ApiObject owned = before.copy();
    owned.metadata().set("managedFields", owners.deepCopy());
    return owned;
  }

  /** A new object by apply. */
  ApiObject createByApply(ObjectNode config, String uid) {
    requireManager();
    ApiObject sent = new ApiObject(withoutStatus(config));
    if (!sent.resourceVersion().isEmpty() || !sent.uid().isEmpty()) {
      throw Refusal.conflict(
          kind,
          sent.name(),
          "the provided object specified a resourceVersion or uid, and no existing object was"
              + " found");
    }
    ApiObject empty = ApiObject.of(kind);
    ApiObject merged = ServerSideApply.apply(empty, sent.tree(), writer(), options.force());
    ApiObject object = newborn(named(merged, sent), uid);
    Defaults.fill(kind, object.tree());
    Validation.require(kind, object, Optional.empty());
    return object;
  }

  /** The stored object after an apply. */
  ApiObject apply(ApiObject before, ObjectNode config) {
    requireManager();
    requireSame(before, new ApiObject(config));
    ObjectNode own =
        options.subresource() == Subresource.STATUS ? onlyStatus(config) : withoutStatus(config);
    ApiObject after = ServerSideApply.apply(before, own, writer(), options.force());
    finish(before, after);
    return count(before, after);
  }

  private Writer writer() {
    return new Writer(
        options.manager(), kind.apiVersion(), options.subresource().text(), ApiObject.time(now));
  }

  private void requireManager() {
    if (options.manager().isEmpty()) {
      ResourceKind patchOptions =
          new ResourceKind(
              "meta.k8s.io", "v1", "", "PatchOptions", List.of(), false, false, false, false);
      throw Refusal.invalid(
          patchOptions, "", List.of(Cause.required("fieldManager", "is required for apply patch")));
    }
  }

  private void requireSame(ApiObject before, ApiObject sent) {
    String version = sent.resourceVersion();
    if (!version.isEmpty() && !version.equals(before.resourceVersion())) {
      throw Refusal.modified(kind, before.name());
    }
    if (!sent.uid().isEmpty() && !sent.uid().equals(before.uid())) {
      throw Refusal.conflict(
          kind,
          before.name(),
          "Precondition failed: UID in precondition: "
              + sent.uid()
              + ", UID in object meta: "
              + before.uid());
    }
  }

  private ApiObject newborn(ApiObject object, String uid) {
    ObjectNode metadata = object.metadata();
    metadata.put("uid", uid).put("creationTimestamp", ApiObject.time(now));
    if (kind.generations()) {
      metadata.put("generation", 1);
    }
    if (kind.status()) {
      object.tree().putObject("status");
    }
    return object;
  }

  private static ApiObject named(ApiObject merged, ApiObject sent) {
    for (String field : List.of("name", "namespace")) {
      JsonNode value = sent.tree().path("metadata").path(field);
      if (value.isTextual()) {
        merged.metadata().set(field, value);
      }
    }
    return merged;
  }

  private ApiObject withIdentity(ApiObject before, ApiObject sent) {
    ApiObject after = sent.copy();
    for (String field : IDENTITY) {
      JsonNode value = before.metadata().get(field);
      if (value == null) {
        after.metadata().remove(field);
      } else {
        after.metadata().set(field, value.deepCopy());
      }
    }
    return after;
  }

  /** Writes of the status change nothing else, and other writes leave the status as it is. */
  private ApiObject keepApart(ApiObject before, ApiObject after) {
    if (!kind.status()) {
      return after;
    }
    boolean writesStatus = options.subresource() == Subresource.STATUS;
    ApiObject base = writesStatus ? before.copy() : after;
    JsonNode status = (writesStatus ? after : before).tree().get("status");
    if (status == null) {
      base.tree().remove("status");
    } else {
      base.tree().set("status", status.deepCopy());
    }
    return base;
  }

  private void finish(ApiObject before, ApiObject after) {
    Defaults.fill(kind, after.tree());
    Validation.require(kind, after, Optional.of(before));
  }

  /**
   * Counts the generation. A Deployment's annotations count as well: that is how the real one does
   * it, and why readiness must not be read before the controller has seen the new generation.
   */
  private ApiObject count(ApiObject before, ApiObject after) {
    boolean spec = !before.spec().equals(after.spec());
    boolean notes =
        kind.is(ResourceKinds.DEPLOYMENTS)
            && options.subresource() != Subresource.STATUS
            && !annotations(before).equals(annotations(after));
    if (kind.generations() && (spec || notes)) {
      after.metadata().put("generation", before.generation() + 1);
    }
    return after;
  }

  private static JsonNode annotations(ApiObject object) {
    return object.tree().path("metadata").path("annotations");
  }

  private ObjectNode withoutStatus(ObjectNode config) {
    ObjectNode copy = config.deepCopy();
    if (kind.status()) {
      copy.remove("status");
    }
    if (!copy.path("metadata").path("managedFields").isEmpty()) {
      throw Refusal.badRequest("metadata.managedFields must be nil");
    }
    return copy;
  }

  private static ObjectNode onlyStatus(ObjectNode config) {
    ObjectNode copy = ApiObject.JSON.createObjectNode();
    if (config.has("status")) {
      copy.set("status", config.get("status").deepCopy());
    }
    return copy;
  }

  /** The stored object with what a controller reports, which the controller then owns. */
  static ApiObject reported(ResourceKind kind, ApiObject before, ApiObject after, Instant now) {
    Writer writer =
        new Writer("kube-controller-manager", kind.apiVersion(), "status", ApiObject.time(now));
    ManagedFields owners = Ownership.afterUpdate(before, after, writer);
    owners.writeTo(after);
    return after;
  }
}
