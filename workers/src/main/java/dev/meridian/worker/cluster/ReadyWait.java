package dev.meridian.worker.cluster;

import dev.meridian.failure.FailureCode;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.manifest.KubernetesObject;
import dev.meridian.worker.manifest.ObjectRef;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Waits until workloads are ready: woken by a watch, and looking by itself every half second of
 * wall time in case the watch is deaf.
 */
final class ReadyWait {
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Cluster cluster;
  private final Pulse pulse;
  private final Fence fence;

  /**
   * @param fence which must still be on the workloads when they are ready
   */
  ReadyWait(Cluster cluster, Pulse pulse, Fence fence) {
    this.cluster = cluster;
    this.pulse = pulse;
    this.fence = fence;
  }

  /**
   * @param most wall time for all together
   * @return pods that serve
   * @throws ApplicationFailure NOT_READY with the reasons of the pods, FENCED when a newer
   *     intention has changed a workload meanwhile
   */
  int await(List<ObjectRef> workloads, Duration most) throws Exception {
    long deadline = System.nanoTime() + most.toNanos();
    int pods = 0;
    for (ObjectRef workload : workloads) {
      pods += await(workload, deadline);
    }
    return pods;
  }

  private int await(ObjectRef ref, long deadline) throws Exception {
    Semaphore changed = new Semaphore(0);
    try (AutoCloseable _ = cluster.watch(ref, changed::release)) {
      while (true) {
        KubernetesObject live = cluster.read(ref).orElseThrow(() -> gone(ref));
        refuseIfNewer(live);
        switch (RolloutProgress.of(live)) {
          case RolloutProgress.Ready(int pods) -> {
            return pods;
          }
          case RolloutProgress.Failed(String sentence) -> throw notReady(live, sentence);
          case RolloutProgress.Waiting(String sentence) -> {
            if (System.nanoTime() > deadline) {
              throw notReady(live, "at the deadline " + sentence);
            }
          }
        }
        boolean woken = changed.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        pulse.check();
        if (woken) {
          changed.drainPermits();
        }
      }
    }
  }

  private void refuseIfNewer(KubernetesObject live) {
    if (!Fence.of(live).equals(java.util.Optional.of(fence))) {
      throw ActivityFailures.of(
          FailureCode.FENCED,
          cluster.region()
              + ", "
              + live.ref()
              + ": changed by another intention while waiting for its pods");
    }
  }

  private ApplicationFailure gone(ObjectRef ref) {
    return ActivityFailures.of(
        FailureCode.NOT_READY, cluster.region() + ", " + ref + " was deleted by somebody");
  }

  private ApplicationFailure notReady(KubernetesObject live, String sentence) {
    String reasons = PodReasons.of(cluster, live);
    return ActivityFailures.of(
        FailureCode.NOT_READY,
        cluster.region()
            + ", "
            + live.ref()
            + " is not ready: "
            + sentence
            + (reasons.isEmpty() ? "" : "; " + reasons));
  }
}
