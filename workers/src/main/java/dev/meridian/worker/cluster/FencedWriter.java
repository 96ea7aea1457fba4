package dev.meridian.worker.cluster;

import dev.meridian.failure.FailureCode;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.ShortRetries;
import dev.meridian.worker.manifest.KubernetesObject;
import dev.meridian.worker.manifest.ObjectRef;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes for one intention: read, refuse if a newer intention was here, change exactly the version
 * that was read. When another writer was quicker, read again, at most {@value #TRIES} times.
 */
final class FencedWriter {
  private static final int TRIES = 8;

  /** What should become of an object. */
  sealed interface Change {
    /** Apply it; create it when it is absent. */
    record Put(KubernetesObject object) implements Change {}

    record Remove() implements Change {}

    record Leave() implements Change {}
  }

  private final Cluster cluster;
  private final Fence fence;
  private final Runnable stillWanted;
  private final Pulse pulse;

  /**
   * @param stillWanted throws when the intention was overtaken: asked before every write, and again
   *     after a creation, because an absent object carries no fence that could refuse it
   */
  FencedWriter(Cluster cluster, Fence fence, Runnable stillWanted, Pulse pulse) {
    this.cluster = cluster;
    this.fence = fence;
    this.stillWanted = stillWanted;
    this.pulse = pulse;
  }

  /**
   * @param decide from what is there now; asked again after each conflict
   * @throws ApplicationFailure FENCED, or CLUSTER_CONFLICT when it never came to rest
   */
  void write(ObjectRef ref, Function<Optional<KubernetesObject>, Change> decide) {
    for (int attempt = 1; ; attempt++) {
      try {
        once(ref, decide);
        return;
      } catch (ApplicationFailure failure) {
        if (!failure.getType().equals(FailureCode.CLUSTER_CONFLICT.name()) || attempt == TRIES) {
          throw failure;
        }
        ShortRetries.pause(pulse, attempt);
      }
    }
  }

  private void once(ObjectRef ref, Function<Optional<KubernetesObject>, Change> decide) {
    Optional<KubernetesObject> live = cluster.read(ref);
    live.ifPresent(this::refuseIfNewer);
    stillWanted.run();
    switch (decide.apply(live)) {
      case Change.Put(KubernetesObject object) ->
          put(live, object.withAnnotation(Fence.ANNOTATION, fence.toString()));
      case Change.Remove() -> live.ifPresent(cluster::delete);
      case Change.Leave() -> {}
    }
  }

  private void refuseIfNewer(KubernetesObject live) {
    Optional<Fence> theirs = Fence.of(live).filter(found -> found.compareTo(fence) > 0);
    if (theirs.isPresent()) {
      throw ActivityFailures.of(
          FailureCode.FENCED,
          cluster.region()
              + ", "
              + live.ref()
              + ": "
              + FailureCode.FENCED.fact()
              + " ("
              + theirs.get()
              + " after "
              + fence
              + ")");
    }
  }

  private void put(Optional<KubernetesObject> live, KubernetesObject object) {
    if (live.isEmpty()) {
      create(object);
      return;
    }
    String version = adopted(live.get()).at("/metadata/resourceVersion").asText();
    cluster.apply(
        object.with(tree -> tree.withObjectProperty("metadata").put("resourceVersion", version)));
  }

  private void create(KubernetesObject object) {
    KubernetesObject created = adopted(cluster.create(object));
    try {
      stillWanted.run();
    } catch (ApplicationFailure overtaken) {
      cluster.delete(created);
      throw overtaken;
    }
  }

  private KubernetesObject adopted(KubernetesObject live) {
    return FieldOwners.adoption(live).map(patch -> cluster.patch(live.ref(), patch)).orElse(live);
  }
}
