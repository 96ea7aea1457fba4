package dev.meridian.sandbox.kubernetes.api;

import dev.meridian.sandbox.kubernetes.object.ObjectKey;
import dev.meridian.sandbox.kubernetes.object.Refusal;
import dev.meridian.sandbox.kubernetes.object.ResourceKind;
import dev.meridian.sandbox.kubernetes.object.ResourceKinds;
import java.util.List;
import java.util.Optional;

/**
 * Which objects a path names.
 *
 * @param namespace empty for all, and for kinds of the whole cluster
 * @param name empty for the collection
 * @param subresource {@code status}, {@code scale}, {@code log}, or empty
 */
record ResourcePath(ResourceKind kind, String namespace, String name, String subresource) {

  /** Empty when the path names no resource that is known. */
  static Optional<ResourcePath> of(List<String> path) {
    int prefix = path.getFirst().equals("api") ? 2 : 3;
    if (path.size() <= prefix) {
      return Optional.empty();
    }
    String group = prefix == 2 ? "" : path.get(1);
    String version = path.get(prefix - 1);
    List<String> rest = path.subList(prefix, path.size());
    boolean within =
        rest.size() >= 3 && rest.getFirst().equals("namespaces") && !rest.get(2).equals("status");
    String namespace = within ? rest.get(1) : "";
    List<String> resource = within ? rest.subList(2, rest.size()) : rest;
    if (resource.size() > 3) {
      return Optional.empty();
    }
    return ResourceKinds.find(group, version, resource.getFirst())
        .filter(kind -> kind.namespaced() || !within)
        .map(kind ->
            new ResourcePath(
                kind,
                namespace,
                resource.size() > 1 ? resource.get(1) : "",
                resource.size() > 2 ? resource.get(2) : ""));
  }

  ObjectKey key() {
    if (kind.namespaced() && namespace.isEmpty()) {
      throw Refusal.noSuchPath();
    }
    return new ObjectKey(kind, namespace, name);
  }

  boolean collection() {
    return name.isEmpty();
  }
}
