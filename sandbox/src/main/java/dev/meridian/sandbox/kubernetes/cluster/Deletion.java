package dev.meridian.sandbox.kubernetes.cluster;

import dev.meridian.sandbox.kubernetes.cluster.DeleteOptions.Policy;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.ObjectKey;
import dev.meridian.sandbox.kubernetes.object.Refusal;
import dev.meridian.sandbox.kubernetes.object.ResourceKinds;
import java.util.Optional;

/**
 * What a deletion does: an object with finalizers only begins to go, a namespace takes along what
 * is in it, a pod of a Deployment is replaced. The cluster's lock is held.
 */
record Deletion(Cluster cluster, DeleteOptions options) {

  ApiObject carryOut(ObjectKey key, ApiObject object) {
    Optional<String> owner = cluster.ownerOf(key);
    if (owner.isPresent()) {
      return ofController(key, object, owner.get());
    }
    boolean workload =
        key.kind().is(ResourceKinds.DEPLOYMENTS) || key.kind().is(ResourceKinds.JOBS);
    if (workload && options.policy() == Policy.FOREGROUND) {
      return begin(key, object, true);
    }
    if (!object.finalizers().isEmpty()) {
      return begin(key, object, false);
    }
    if (key.kind().is(ResourceKinds.NAMESPACES)) {
      emptyOut(key.name());
    }
    cluster.drop(key, object, options.policy() == Policy.ORPHAN);
    return object;
  }

  private ApiObject ofController(ObjectKey key, ApiObject object, String owner) {
    if (!key.kind().is(ResourceKinds.PODS)) {
      throw Refusal.methodNotAllowed(
          key.kind().resource()
              + " \""
              + key.name()
              + "\" is made by a controller of the sandbox: delete its owner instead");
    }
    cluster.dropPod(owner, key.name());
    return cluster.stored(key).orElse(object);
  }

  private ApiObject begin(ObjectKey key, ApiObject object, boolean foreground) {
    if (object.deleting()) {
      return object;
    }
    ApiObject going = object.copy();
    going.metadata().put("deletionTimestamp", ApiObject.time(cluster.now()));
    going.metadata().put("deletionGracePeriodSeconds", 0);
    if (foreground) {
      ApiObject.list(going.metadata(), "finalizers").add(Controllers.FOREGROUND);
    }
    return cluster.keep(key, going, false);
  }

  private void emptyOut(String namespace) {
    for (ObjectKey each : cluster.within(namespace)) {
      if (cluster.ownerOf(each).isEmpty()) {
        cluster.stored(each).ifPresent(object -> cluster.drop(each, object, false));
      }
    }
  }
}
