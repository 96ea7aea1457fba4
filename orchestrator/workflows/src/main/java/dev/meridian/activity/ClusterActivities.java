package dev.meridian.activity;

import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import io.temporal.activity.ActivityInterface;

/** Kubernetes clusters. Every write is fenced by the ledger sequence of its intention. */
@ActivityInterface(namePrefix = "Cluster")
public interface ClusterActivities {
  /**
   * Records what runs before the first change, once per (release, region); later calls return the
   * first record. Idempotency key: release and region.
   */
  RegionEvent.WayBackRecorded recordWayBack(RegionAttempt rollout);

  /** Renders for the region, stores the manifests and reviews them against the live cluster. */
  RegionEvent.Reviewed review(RegionAttempt rollout);

  /**
   * Writes DeployIntended, applies the contender, waits until every pod of it serves. Heartbeats.
   * Idempotency key: release, region, attempt; fails with NOT_READY at the policy's deadline.
   */
  RegionEvent.Deployed deploy(RegionAttempt rollout);

  /**
   * Writes RestoreIntended, applies the recorded inventory, deletes what only the contender
   * brought, waits until the incumbent serves. Heartbeats. Idempotency key: release, region,
   * attempt, so that its fence is above that of the deploy it undoes.
   */
  RegionEvent.Restored restore(RegionAttempt rollout, String reason);

  /** Looks from outside once: the cluster's API, and the service's own endpoint from two probes. */
  RegionEvent.RegionObserved observe(RegionAttempt rollout);

  /**
   * Waits while the cluster is away; ends as soon as it is back, or the region is dark for 30 s, or
   * at the policy's unreachable deadline. Heartbeats; only reads.
   */
  RegionEvent.RegionObserved awaitCluster(RegionAttempt rollout);

  /**
   * Waits until the cluster is back, however its users fare meanwhile: the region's traffic is
   * elsewhere, or nothing can be done about it. Ends at the policy's unreachable deadline at the
   * latest. Heartbeats; only reads.
   */
  RegionEvent.RegionObserved awaitReturn(RegionAttempt rollout);
}
