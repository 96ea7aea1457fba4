package dev.meridian.sandbox.kubernetes.cluster;

import dev.meridian.sandbox.kubernetes.controller.Change;
import dev.meridian.sandbox.kubernetes.controller.JobRun;
import dev.meridian.sandbox.kubernetes.controller.Nodes;
import dev.meridian.sandbox.kubernetes.controller.PodLife;
import dev.meridian.sandbox.kubernetes.controller.Rollout;
import dev.meridian.sandbox.kubernetes.controller.Workload;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.ObjectKey;
import dev.meridian.sandbox.kubernetes.object.ResourceKind;
import dev.meridian.sandbox.kubernetes.object.ResourceKinds;
import dev.meridian.sandbox.world.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The workloads of a cluster: told of every change, moved through time, reported into the store.
 */
final class Controllers {
  static final String FOREGROUND = "foregroundDeletion";

  /** A workload, where its object is stored, and the objects that it has in the store. */
  private static final class Tracked {
    final String uid;
    final ObjectKey key;
    final Workload workload;
    List<ObjectKey> owned = List.of();
    boolean moved = true;

    Tracked(String uid, ObjectKey key, Workload workload) {
      this.uid = uid;
      this.key = key;
      this.workload = workload;
    }
  }

  private final Nodes nodes;
  private final Map<String, Tracked> byUid = new LinkedHashMap<>();
  private final Map<ObjectKey, String> owners = new TreeMap<>();
  private Instant due = Instant.MIN;
  private boolean touched;
  private long version;
  private List<Fault> registryFaults = List.of();

  Controllers(Nodes nodes) {
    this.nodes = nodes;
  }

  /** Grows whenever any pod's life may have changed. */
  long version() {
    return version;
  }

  void stored(ObjectKey key, ApiObject object, Instant at) {
    Change.Stored change = new Change.Stored(at, object);
    Tracked known = byUid.get(object.uid());
    if (known != null) {
      record(known, change);
    } else if (key.kind().is(ResourceKinds.DEPLOYMENTS)) {
      Tracked begun = new Tracked(object.uid(), key, new Rollout(nodes));
      byUid.put(object.uid(), begun);
      record(begun, change);
    } else if (key.kind().is(ResourceKinds.JOBS)) {
      byUid.put(object.uid(), new Tracked(object.uid(), key, new JobRun(nodes, change)));
      touched = true;
      version++;
    }
    if (object.deleting() && object.finalizers().contains(FOREGROUND)) {
      removed(object.uid(), at);
    }
  }

  void removed(String uid, Instant at) {
    Optional.ofNullable(byUid.get(uid)).ifPresent(each -> record(each, new Change.Removed(at)));
  }

  void podDeleted(String uid, String pod, Instant at) {
    Optional.ofNullable(byUid.get(uid))
        .ifPresent(each -> record(each, new Change.PodDeleted(at, pod)));
  }

  private void record(Tracked tracked, Change change) {
    tracked.workload.record(change);
    tracked.moved = true;
    touched = true;
    version++;
  }

  /** The uid of the workload that made the object, if a workload did. */
  Optional<String> ownerOf(ObjectKey key) {
    return Optional.ofNullable(owners.get(key));
  }

  List<String> log(ObjectKey pod) {
    return ownerOf(pod)
        .flatMap(uid -> Optional.ofNullable(byUid.get(uid)))
        .map(owner -> owner.workload.log(pod.name()))
        .orElse(List.of());
  }

  /** All pods that ever were in Deployments of the namespace. */
  List<PodLife> lives(String namespace) {
    return byUid.values().stream()
        .filter(each -> each.key.kind().is(ResourceKinds.DEPLOYMENTS))
        .filter(each -> each.key.namespace().equals(namespace))
        .flatMap(each -> each.workload.lives().stream())
        .toList();
  }

  private Optional<Instant> next() {
    return byUid.values().stream()
        .flatMap(each -> each.workload.next().stream())
        .min(Comparator.naturalOrder());
  }

  /** Moves all to {@code now} and brings the store up to date with what they report. */
  void settle(ObjectStore store, Instant now) {
    reconsider();
    if (!touched && now.isBefore(due)) {
      return;
    }
    for (Tracked each : List.copyOf(byUid.values())) {
      boolean due = each.workload.next().filter(at -> !at.isAfter(now)).isPresent();
      if (due || each.moved) {
        each.workload.advance(now);
        version++;
        report(each, store, now);
        each.moved = false;
      }
    }
    touched = false;
    due = next().orElse(Instant.MAX);
  }

  /**
   * A fault has its instant before anybody knows of it: what was decided meanwhile may be wrong.
   */
  private void reconsider() {
    List<Fault> known = nodes.registryFaults();
    if (!known.equals(registryFaults)) {
      registryFaults = known;
      byUid
          .values()
          .forEach(each -> {
            each.workload.reconsider();
            each.moved = true;
          });
      touched = true;
      version++;
    }
  }

  private void report(Tracked each, ObjectStore store, Instant now) {
    List<ApiObject> owned = each.workload.owned();
    List<ObjectKey> keys = new ArrayList<>();
    for (ApiObject object : owned) {
      ResourceKind kind = ResourceKinds.of(object).orElseThrow();
      ObjectKey key = ObjectKey.of(kind, object);
      keys.add(key);
      if (!store.get(key).filter(there -> sameButVersion(there, object)).isPresent()) {
        store.put(key, object);
        owners.put(key, each.uid);
      }
    }
    each.owned.stream()
        .filter(key -> !keys.contains(key))
        .forEach(key -> {
          store.remove(key);
          owners.remove(key);
        });
    each.owned = List.copyOf(keys);
    reportOwner(each, store, now);
  }

  private void reportOwner(Tracked each, ObjectStore store, Instant now) {
    Optional<ApiObject> stored = store.get(each.key).filter(there -> there.uid().equals(each.uid));
    if (stored.isEmpty()) {
      return;
    }
    ApiObject before = stored.get();
    if (before.deleting() && each.owned.isEmpty() && before.finalizers().contains(FOREGROUND)) {
      store.remove(each.key);
      return;
    }
    ApiObject after = each.workload.reported(before);
    if (!after.equals(before)) {
      store.put(each.key, Admission.reported(each.key.kind(), before, after, now));
    }
  }

  private static boolean sameButVersion(ApiObject there, ApiObject object) {
    ApiObject copy = there.copy();
    copy.metadata().remove("resourceVersion");
    return copy.equals(object);
  }
}
