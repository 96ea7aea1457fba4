package dev.meridian.sandbox.kubernetes.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.cluster.Cluster;
import dev.meridian.sandbox.kubernetes.cluster.WriteOptions;
import dev.meridian.sandbox.kubernetes.cluster.WriteOptions.Subresource;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.Refusal;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The scale subresource: the number of replicas alone, for autoscalers and people. */
record ScaleVerbs(Cluster cluster, ApiRequest request) {

  Answer answer(ResourcePath path) {
    if (!path.kind().scale()) {
      throw Refusal.noSuchPath();
    }
    return switch (request.method()) {
      case "GET" -> Answer.ok(scale(cluster.get(path.key())));
      case "PUT" -> write(path, _ -> request.object());
      case "PATCH" -> write(path, before -> ResourceVerbs.patched(before, request));
      default -> throw ResourceVerbs.notAllowed();
    };
  }

  private Answer write(ResourcePath path, UnaryOperator<ObjectNode> change) {
    WriteOptions options =
        new WriteOptions(request.manager(), request.dryRun(), false, Subresource.SCALE);
    ApiObject after =
        cluster.update(
            path.key(), before -> rescaled(before, change.apply(scale(before))), options);
    return Answer.ok(scale(after));
  }

  private static ApiObject rescaled(ApiObject before, ObjectNode scale) {
    ApiObject after = before.copy();
    String version = scale.path("metadata").path("resourceVersion").asText();
    if (!version.isEmpty()) {
      after.metadata().put("resourceVersion", version);
    }
    ApiObject.object(after.tree(), "spec")
        .put("replicas", scale.path("spec").path("replicas").asInt());
    return after;
  }

  private static ObjectNode scale(ApiObject object) {
    ObjectNode scale = ApiObject.JSON.createObjectNode();
    scale.put("kind", "Scale").put("apiVersion", "autoscaling/v1");
    ObjectNode metadata = scale.putObject("metadata");
    for (String field :
        new String[] {"name", "namespace", "uid", "resourceVersion", "creationTimestamp"}) {
      JsonNode value = object.tree().path("metadata").path(field);
      if (!value.isMissingNode()) {
        metadata.set(field, value);
      }
    }
    scale.putObject("spec").put("replicas", object.spec().path("replicas").asInt());
    String selector =
        ApiObject.texts(object.spec().path("selector").path("matchLabels")).entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining(","));
    scale
        .putObject("status")
        .put("replicas", object.status().path("replicas").asInt())
        .put("selector", selector);
    return scale;
  }
}
