package dev.meridian.sandbox.kubernetes.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.kubernetes.cluster.ServingHistory.Subject;
import dev.meridian.sandbox.kubernetes.controller.Nodes;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.ObjectKey;
import dev.meridian.sandbox.kubernetes.object.Refusal;
import dev.meridian.sandbox.kubernetes.object.ResourceKind;
import dev.meridian.sandbox.kubernetes.object.ResourceKinds;
import dev.meridian.sandbox.world.RunningPods.Running;
import dev.meridian.sandbox.world.World;
import dev.meridian.sandbox.world.WorldClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A region's cluster. Every write is journaled before it returns. Safe for many threads. */
public final class Cluster {
  private final WorldClock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final EventLog log = new EventLog();
  private final ObjectStore store = new ObjectStore(log);
  private final Controllers controllers;
  private final Memory memory;
  private final ServingHistory serving;

  private Cluster(RegionCode region, World world, Nodes nodes) {
    this.clock = world.clock();
    this.controllers = new Controllers(nodes);
    this.memory = new Memory(region, world.journal(), store, controllers);
    this.serving = new ServingHistory(controllers);
  }

  /**
   * Folds the journal, and at the very first start stores what the region begins with.
   *
   * @param region whose entries of the journal are folded
   * @param beginning objects in the order of their creation
   */
  public static Cluster start(RegionCode region, World world, Nodes nodes, Beginning beginning) {
    Cluster cluster = new Cluster(region, world, nodes);
    cluster.lock.lock();
    try {
      cluster.memory.recall(beginning);
      cluster.log.begin(cluster.store.revision());
      cluster.settle();
    } finally {
      cluster.lock.unlock();
    }
    return cluster;
  }

  /** The log that watches read. */
  public EventLog log() {
    return log;
  }

  /** Brings statuses, ReplicaSets and Pods up to now. */
  public void tick() {
    locked(() -> true);
  }

  /** Ready pods with the label {@code app} in the namespace, by revision, past or present. */
  public List<Running> serving(String namespace, String app, Instant when) {
    return locked(() -> serving.at(new Subject(namespace, app), when));
  }

  /**
   * Instants after {@code from} and up to {@code to}, never later than now, at which that changes.
   */
  public List<Instant> servingChanges(String namespace, String app, Instant from, Instant to) {
    return locked(() -> {
      Instant end = to.isAfter(clock.now()) ? clock.now() : to;
      return serving.changes(new Subject(namespace, app), from, end);
    });
  }

  /** Runs with everything up to now and nothing changing meanwhile. */
  <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      settle();
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The stored object.
   *
   * @throws Refusal 404
   */
  public ApiObject get(ObjectKey key) {
    return locked(() -> existing(key));
  }

  /** All of a kind in the namespace, or in all when it is empty, as of one revision. */
  public Snapshot list(ResourceKind kind, String namespace) {
    return locked(() -> new Snapshot(store.revision(), store.list(kind, namespace)));
  }

  /** Objects as of one revision. */
  public record Snapshot(long revision, List<ApiObject> objects) {
    public Snapshot {
      objects = List.copyOf(objects);
    }
  }

  /** The last log lines of a pod. */
  public List<String> podLog(ObjectKey pod) {
    return locked(() -> {
      existing(pod);
      return controllers.log(pod);
    });
  }

  /** Stores a new object. */
  public ApiObject create(ResourceKind kind, ApiObject sent, WriteOptions options) {
    return locked(() -> {
      ObjectKey key = ObjectKey.of(kind, sent);
      if (store.get(key).isPresent()) {
        throw Refusal.alreadyExists(kind, sent.name());
      }
      requireNamespace(key);
      return keep(key, admission(kind, options).create(sent, memory.newUid(key)), options.dryRun());
    });
  }

  /** Stores the object that {@code change} makes of the stored one. */
  public ApiObject update(ObjectKey key, UnaryOperator<ApiObject> change, WriteOptions options) {
    return locked(() -> {
      ApiObject before = existing(key);
      requireOwn(key);
      ApiObject after = admission(key.kind(), options).update(before, change.apply(before));
      return keepIfChanged(key, before, after, options);
    });
  }

  /** Server-side apply: stores what the manager states, merged with what others own. */
  public Applied apply(ObjectKey key, ObjectNode config, WriteOptions options) {
    return locked(() -> {
      Optional<ApiObject> before = store.get(key);
      Admission admission = admission(key.kind(), options);
      if (before.isEmpty()) {
        requireNamespace(key);
        ApiObject created = admission.createByApply(config, memory.newUid(key));
        return new Applied(keep(key, created, options.dryRun()), true);
      }
      requireOwn(key);
      ApiObject after = admission.apply(before.get(), config);
      return new Applied(keepIfChanged(key, before.get(), after, options), false);
    });
  }

  /** The object after an apply, and whether it was made by it. */
  public record Applied(ApiObject object, boolean created) {}

  /** Deletes; what is returned is the object as it is afterwards, or was at last. */
  public ApiObject delete(ObjectKey key, DeleteOptions options) {
    return locked(() -> {
      ApiObject before = existing(key);
      options.requireMet(key, before);
      return options.dryRun() ? before : new Deletion(this, options).carryOut(key, before);
    });
  }

  Optional<ApiObject> stored(ObjectKey key) {
    return store.get(key);
  }

  List<ObjectKey> within(String namespace) {
    return store.within(namespace);
  }

  Optional<String> ownerOf(ObjectKey key) {
    return controllers.ownerOf(key);
  }

  Instant now() {
    return clock.now();
  }

  /** Journals and stores. */
  ApiObject keep(ObjectKey key, ApiObject object, boolean dryRun) {
    if (dryRun) {
      return object;
    }
    Instant at = memory.append(new Write.Stored(store.revision() + 1, object, Optional.empty()));
    ApiObject stored = store.put(key, object);
    controllers.stored(key, stored, at);
    settle();
    return store.get(key).orElse(stored);
  }

  /** Journals and removes. */
  void drop(ObjectKey key, ApiObject object, boolean orphan) {
    Instant at = memory.append(new Write.Removed(store.revision() + 1, key, orphan));
    store.remove(key);
    if (!orphan) {
      controllers.removed(object.uid(), at);
    }
    settle();
  }

  /** Journals and tells the controller that its pod is deleted. */
  void dropPod(String owner, String pod) {
    Instant at = memory.append(new Write.PodDeleted(store.revision(), owner, pod));
    controllers.podDeleted(owner, pod, at);
    settle();
  }

  private ApiObject keepIfChanged(
      ObjectKey key, ApiObject before, ApiObject after, WriteOptions options) {
    if (after.equals(before)) {
      return before;
    }
    if (after.deleting() && after.finalizers().isEmpty() && !options.dryRun()) {
      drop(key, after, false);
      return after;
    }
    return keep(key, after, options.dryRun());
  }

  private void settle() {
    controllers.settle(store, clock.now());
  }

  private Admission admission(ResourceKind kind, WriteOptions options) {
    return new Admission(kind, options, clock.now());
  }

  private ApiObject existing(ObjectKey key) {
    return store.get(key).orElseThrow(() -> Refusal.notFound(key.kind(), key.name()));
  }

  private void requireNamespace(ObjectKey key) {
    ObjectKey namespace = new ObjectKey(ResourceKinds.NAMESPACES, "", key.namespace());
    if (key.kind().namespaced() && store.get(namespace).isEmpty()) {
      throw Refusal.notFound(ResourceKinds.NAMESPACES, key.namespace());
    }
  }

  /** What a controller has made is written by that controller only. */
  private void requireOwn(ObjectKey key) {
    if (controllers.ownerOf(key).isPresent()) {
      throw Refusal.methodNotAllowed(
          key.kind().resource()
              + " \""
              + key.name()
              + "\" is made by a controller of the sandbox: change its owner instead");
    }
  }
}
