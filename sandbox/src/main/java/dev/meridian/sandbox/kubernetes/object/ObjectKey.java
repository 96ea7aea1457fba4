package dev.meridian.sandbox.kubernetes.object;

import java.util.Comparator;

/**
 * Where an object is stored.
 *
 * @param namespace empty for kinds of the whole cluster
 */
public record ObjectKey(ResourceKind kind, String namespace, String name)
    implements Comparable<ObjectKey> {
  private static final Comparator<ObjectKey> ORDER =
      Comparator.comparing(ObjectKey::kind)
          .thenComparing(ObjectKey::namespace)
          .thenComparing(ObjectKey::name);

  public static ObjectKey of(ResourceKind kind, ApiObject object) {
    return new ObjectKey(kind, kind.namespaced() ? object.namespace() : "", object.name());
  }

  /** Names sort after their namespace: a listing can be continued after a key. */
  @Override
  public int compareTo(ObjectKey other) {
    return ORDER.compare(this, other);
  }
}
