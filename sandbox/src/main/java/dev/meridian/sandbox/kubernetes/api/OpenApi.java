package dev.meridian.sandbox.kubernetes.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.ResourceKind;
import dev.meridian.sandbox.kubernetes.object.ResourceKinds;
import java.util.List;
import java.util.Optional;

/**
 * As much of OpenAPI as {@code kubectl apply} asks for before it writes: whether patches know
 * {@code fieldValidation}. No schemas.
 */
final class OpenApi {
  private OpenApi() {}

  static Optional<ObjectNode> answer(List<String> path) {
    if (path.size() < 2 || !path.get(1).equals("v3")) {
      return Optional.empty();
    }
    return Optional.of(
        path.size() == 2 ? index() : group(String.join("/", path.subList(2, path.size()))));
  }

  private static String prefix(ResourceKind kind) {
    return (kind.group().isEmpty() ? "api/" : "apis/") + kind.apiVersion();
  }

  private static ObjectNode index() {
    ObjectNode index = ApiObject.JSON.createObjectNode();
    ObjectNode paths = index.putObject("paths");
    for (ResourceKind kind : ResourceKinds.ALL) {
      paths
          .putObject(prefix(kind))
          .put("serverRelativeURL", "/openapi/v3/" + prefix(kind) + "?hash=1");
    }
    return index;
  }

  private static ObjectNode group(String prefix) {
    ObjectNode document = ApiObject.JSON.createObjectNode();
    document.put("openapi", "3.0.0");
    document.putObject("info").put("title", "Kubernetes").put("version", "v1.32.0");
    ObjectNode paths = document.putObject("paths");
    for (ResourceKind kind : ResourceKinds.ALL) {
      if (prefix(kind).equals(prefix)) {
        String where = kind.namespaced() ? "/namespaces/{namespace}/" : "/";
        ObjectNode patch =
            paths.putObject("/" + prefix + where + kind.plural() + "/{name}").putObject("patch");
        patch
            .putArray("parameters")
            .addObject()
            .put("name", "fieldValidation")
            .put("in", "query")
            .putObject("schema")
            .put("type", "string");
        patch
            .putObject("x-kubernetes-group-version-kind")
            .put("group", kind.group())
            .put("version", kind.version())
            .put("kind", kind.kind());
      }
    }
    document.putObject("components").putObject("schemas");
    return document;
  }
}
