package dev.meridian.sandbox.kubernetes.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.cluster.Cluster;
import dev.meridian.sandbox.kubernetes.cluster.DeleteOptions;
import dev.meridian.sandbox.kubernetes.cluster.WriteOptions;
import dev.meridian.sandbox.kubernetes.cluster.WriteOptions.Subresource;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.JsonPatch;
import dev.meridian.sandbox.kubernetes.object.MergePatch;
import dev.meridian.sandbox.kubernetes.object.ObjectKey;
import dev.meridian.sandbox.kubernetes.object.Refusal;
import dev.meridian.sandbox.kubernetes.object.ResourceKind;
import dev.meridian.sandbox.world.WorldClock;
import java.util.function.Function;

/** The verbs of any kind of object: get, list, watch, create, update, patch, delete. */
final class ResourceVerbs {
  private final Cluster cluster;
  private final WorldClock clock;

  ResourceVerbs(Cluster cluster, WorldClock clock) {
    this.cluster = cluster;
    this.clock = clock;
  }

  Answer answer(ResourcePath path, ApiRequest request) {
    return switch (path.subresource()) {
      case "" -> path.collection() ? collection(path, request) : object(path, request);
      case "status" -> status(path, request);
      case "scale" -> new ScaleVerbs(cluster, request).answer(path);
      case "log" -> new PodLogs(cluster).answer(path, request);
      default -> throw Refusal.noSuchPath();
    };
  }

  private Answer collection(ResourcePath path, ApiRequest request) {
    return switch (request.method()) {
      case "GET" -> request.flag("watch") ? watch(path, request) : list(path, request);
      case "POST" -> create(path, request);
      case "DELETE" -> deleteAll(path, request);
      default -> throw notAllowed();
    };
  }

  private Answer object(ResourcePath path, ApiRequest request) {
    return switch (request.method()) {
      case "GET" -> request.flag("watch") ? watch(path, request) : get(path, request);
      case "PUT" -> Answer.ok(put(path, request).tree());
      case "PATCH" -> patch(path, request, Subresource.NONE);
      case "DELETE" -> delete(path, request);
      default -> throw notAllowed();
    };
  }

  private Answer status(ResourcePath path, ApiRequest request) {
    if (!path.kind().status()) {
      throw Refusal.noSuchPath();
    }
    return switch (request.method()) {
      case "GET" -> get(path, request);
      case "PUT" -> Answer.ok(put(path, request).tree());
      case "PATCH" -> patch(path, request, Subresource.STATUS);
      default -> throw notAllowed();
    };
  }

  private Answer get(ResourcePath path, ApiRequest request) {
    return Answer.ok(face(path.kind(), request).apply(cluster.get(path.key())));
  }

  private Answer list(ResourcePath path, ApiRequest request) {
    Listing listing = Listing.of(path.kind(), cluster.list(path.kind(), path.namespace()), request);
    return Answer.ok(
        request.wantsTable()
            ? Table.of(path.kind(), clock.now(), request.parameter("includeObject")).json(listing)
            : listing.json());
  }

  private Answer watch(ResourcePath path, ApiRequest request) {
    return new Answer.Watching(new WatchStream(cluster, path, request, face(path.kind(), request)));
  }

  /** How the client wants to see an object: as it is, or as a row. */
  private Function<ApiObject, ObjectNode> face(ResourceKind kind, ApiRequest request) {
    return request.wantsTable()
        ? object -> Table.of(kind, clock.now(), request.parameter("includeObject")).json(object)
        : ApiObject::tree;
  }

  private Answer create(ResourcePath path, ApiRequest request) {
    Naming naming = new Naming(path);
    ApiObject sent = naming.toCreate(request.object());
    WriteOptions options =
        new WriteOptions(request.manager(), request.dryRun(), false, Subresource.NONE);
    return new Answer.Json(201, cluster.create(path.kind(), sent, options).tree());
  }

  private ApiObject put(ResourcePath path, ApiRequest request) {
    ApiObject sent = new Naming(path).toReplace(request.object());
    Subresource part = path.subresource().equals("status") ? Subresource.STATUS : Subresource.NONE;
    WriteOptions options = new WriteOptions(request.manager(), request.dryRun(), false, part);
    return cluster.update(path.key(), _ -> sent, options);
  }

  private Answer patch(ResourcePath path, ApiRequest request, Subresource part) {
    boolean apply = request.contentType().startsWith("application/apply-patch");
    String manager = apply ? request.parameter("fieldManager") : request.manager();
    WriteOptions options = new WriteOptions(manager, request.dryRun(), request.flag("force"), part);
    if (apply) {
      ApiObject sent = new Naming(path).toApply(request.object());
      Cluster.Applied applied = cluster.apply(path.key(), sent.tree(), options);
      return new Answer.Json(applied.created() ? 201 : 200, applied.object().tree());
    }
    return Answer.ok(
        cluster
            .update(path.key(), before -> new ApiObject(patched(before.tree(), request)), options)
            .tree());
  }

  /** The tree after a JSON, merge or strategic merge patch. */
  static ObjectNode patched(ObjectNode tree, ApiRequest request) {
    return switch (request.contentType()) {
      case "application/json-patch+json" -> JsonPatch.apply(tree, request.json());
      case "application/merge-patch+json" -> MergePatch.merge(tree, request.json());
      case "application/strategic-merge-patch+json" -> MergePatch.strategic(tree, request.json());
      default ->
          throw Refusal.unsupportedMediaType(
              request.contentType(),
              "application/json-patch+json, application/merge-patch+json,"
                  + " application/strategic-merge-patch+json, application/apply-patch+yaml");
    };
  }

  private Answer delete(ResourcePath path, ApiRequest request) {
    ObjectKey key = path.key();
    ApiObject gone = cluster.delete(key, deleteOptions(request));
    if (gone.deleting()) {
      return Answer.ok(gone.tree());
    }
    ObjectNode status = ApiObject.JSON.createObjectNode();
    status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
    status.put("status", "Success");
    ObjectNode details = status.putObject("details");
    details.put("name", key.name()).put("kind", key.kind().plural()).put("uid", gone.uid());
    if (!key.kind().group().isEmpty()) {
      details.put("group", key.kind().group());
    }
    return Answer.ok(status);
  }

  private Answer deleteAll(ResourcePath path, ApiRequest request) {
    Listing listing = Listing.of(path.kind(), cluster.list(path.kind(), path.namespace()), request);
    for (ApiObject each : listing.objects()) {
      cluster.delete(ObjectKey.of(path.kind(), each), deleteOptions(request));
    }
    return Answer.ok(listing.json());
  }

  private static DeleteOptions deleteOptions(ApiRequest request) {
    return DeleteOptions.of(
        request.json(), request.parameter("propagationPolicy"), request.dryRun());
  }

  static Refusal notAllowed() {
    return Refusal.methodNotAllowed(
        "the server does not allow this method on the requested resource");
  }
}
