package dev.meridian.sandbox.kubernetes.cluster;

import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.ObjectKey;
import dev.meridian.sandbox.kubernetes.object.ResourceKind;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The objects of a cluster under one growing revision, as etcd keeps them. Not safe for many
 * threads: the cluster's lock is held by every caller.
 */
final class ObjectStore {
  private final NavigableMap<ObjectKey, ApiObject> objects = new TreeMap<>();
  private final EventLog log;
  private long revision;

  ObjectStore(EventLog log) {
    this.log = log;
  }

  long revision() {
    return revision;
  }

  /** The next revision will be higher than this one. */
  void passRevision(long reached) {
    revision = Math.max(revision, reached);
  }

  Optional<ApiObject> get(ObjectKey key) {
    return Optional.ofNullable(objects.get(key));
  }

  /** All of a kind in the namespace (empty: in all), in the order of their keys. */
  List<ApiObject> list(ResourceKind kind, String namespace) {
    Collection<ApiObject> found =
        objects
            .subMap(
                new ObjectKey(kind, namespace, ""),
                true,
                new ObjectKey(kind, namespace.isEmpty() ? "\uffff" : namespace, "\uffff"),
                true)
            .values();
    return List.copyOf(found);
  }

  /** All objects of a namespace, of any kind. */
  List<ObjectKey> within(String namespace) {
    return objects.keySet().stream().filter(key -> key.namespace().equals(namespace)).toList();
  }

  /** Stores under the next revision and tells the watches. */
  ApiObject put(ObjectKey key, ApiObject object) {
    ApiObject stored = object.copy();
    stored.metadata().put("resourceVersion", Long.toString(++revision));
    Optional<ApiObject> before = Optional.ofNullable(objects.put(key, stored));
    log.append(new EventLog.Event(revision, key, before, Optional.of(stored)));
    return stored;
  }

  /** As it was stored before a restart: no new revision, no event. */
  void restore(ObjectKey key, ApiObject object) {
    objects.put(key, object);
  }

  void forget(ObjectKey key) {
    objects.remove(key);
  }

  /** Removes and tells the watches; the removed object with the revision of its end. */
  Optional<ApiObject> remove(ObjectKey key) {
    ApiObject before = objects.remove(key);
    if (before == null) {
      return Optional.empty();
    }
    ApiObject last = before.copy();
    last.metadata().put("resourceVersion", Long.toString(++revision));
    log.append(new EventLog.Event(revision, key, Optional.of(last), Optional.empty()));
    return Optional.of(last);
  }
}
