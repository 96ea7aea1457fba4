package dev.meridian.sandbox.kubernetes.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.ResourceKind;
import dev.meridian.sandbox.kubernetes.object.ResourceKinds;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the server says about itself: version, health, groups, resources, and a little OpenAPI. */
final class Discovery {
  private Discovery() {}

  /** Empty when the path is none of discovery's. */
  static Optional<Answer> answer(List<String> path) {
    String head = path.isEmpty() ? "" : path.getFirst();
    return switch (head) {
      case "healthz", "livez", "readyz" -> Optional.of(new Answer.Text("ok"));
      case "version" -> Optional.of(Answer.ok(version()));
      case "api" -> api(path).map(Answer::ok);
      case "apis" -> apis(path).map(Answer::ok);
      case "openapi" -> OpenApi.answer(path).map(Answer::ok);
      default -> Optional.empty();
    };
  }

  private static Optional<ObjectNode> api(List<String> path) {
    return switch (path.size()) {
      case 1 -> {
        ObjectNode versions = object("APIVersions");
        versions.putArray("versions").add("v1");
        versions.putArray("serverAddressByClientCIDRs");
        yield Optional.of(versions);
      }
      case 2 -> resources("", path.get(1));
      default -> Optional.empty();
    };
  }

  private static Optional<ObjectNode> apis(List<String> path) {
    return switch (path.size()) {
      case 1 -> {
        ObjectNode list = object("APIGroupList");
        ArrayNode groups = list.putArray("groups");
        groups().forEach(name -> groups.add(group(name)));
        yield Optional.of(list);
      }
      case 2 -> groups().contains(path.get(1)) ? Optional.of(group(path.get(1))) : Optional.empty();
      case 3 -> resources(path.get(1), path.get(2));
      default -> Optional.empty();
    };
  }

  private static SortedSet<String> groups() {
    TreeSet<String> groups = new TreeSet<>();
    ResourceKinds.ALL.stream().map(ResourceKind::group).forEach(groups::add);
    groups.remove("");
    return groups;
  }

  private static ObjectNode group(String name) {
    String version =
        ResourceKinds.ALL.stream()
            .filter(kind -> kind.group().equals(name))
            .map(ResourceKind::version)
            .findFirst()
            .orElseThrow();
    ObjectNode group = object("APIGroup").put("name", name);
    ObjectNode only = ApiObject.JSON.createObjectNode();
    only.put("groupVersion", name + "/" + version).put("version", version);
    group.putArray("versions").add(only);
    group.set("preferredVersion", only.deepCopy());
    return group;
  }

  private static Optional<ObjectNode> resources(String group, String version) {
    ObjectNode list = object("APIResourceList");
    list.put("groupVersion", group.isEmpty() ? version : group + "/" + version);
    ArrayNode resources = list.putArray("resources");
    for (ResourceKind kind : ResourceKinds.ALL) {
      if (kind.group().equals(group) && kind.version().equals(version)) {
        resource(resources.addObject(), kind);
        if (kind.status()) {
          subresource(resources.addObject(), kind, "status").put("kind", kind.kind());
        }
        if (kind.scale()) {
          subresource(resources.addObject(), kind, "scale")
              .put("group", "autoscaling")
              .put("version", "v1")
              .put("kind", "Scale");
        }
        if (kind.is(ResourceKinds.PODS)) {
          subresource(resources.addObject(), kind, "log").put("kind", kind.kind());
        }
      }
    }
    return resources.isEmpty() ? Optional.empty() : Optional.of(list);
  }

  private static void resource(ObjectNode node, ResourceKind kind) {
    node.put("name", kind.plural()).put("singularName", kind.singular());
    node.put("namespaced", kind.namespaced()).put("kind", kind.kind());
    verbs(node, "create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
    ArrayNode shortNames = node.putArray("shortNames");
    kind.shortNames().forEach(shortNames::add);
    if (List.of("pods", "services", "deployments", "replicasets", "jobs").contains(kind.plural())) {
      node.putArray("categories").add("all");
    }
  }

  private static ObjectNode subresource(ObjectNode node, ResourceKind kind, String name) {
    node.put("name", kind.plural() + "/" + name).put("singularName", "");
    node.put("namespaced", kind.namespaced());
    verbs(node, "get", "patch", "update");
    return node;
  }

  private static void verbs(ObjectNode node, String... verbs) {
    ArrayNode list = node.putArray("verbs");
    for (String verb : verbs) {
      list.add(verb);
    }
  }

  private static ObjectNode version() {
    ObjectNode version = ApiObject.JSON.createObjectNode();
    version.put("major", "1").put("minor", "32").put("gitVersion", "v1.32.0+meridian-sandbox");
    version.put("gitCommit", "").put("gitTreeState", "clean").put("buildDate", "");
    return version.put("goVersion", "").put("compiler", "").put("platform", "linux/amd64");
  }

  private static ObjectNode object(String kind) {
    return ApiObject.JSON.createObjectNode().put("kind", kind).put("apiVersion", "v1");
  }
}
