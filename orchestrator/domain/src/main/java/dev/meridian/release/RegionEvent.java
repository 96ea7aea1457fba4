package dev.meridian.release;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.service.ImageReference;
import java.time.Instant;
import java.util.List;

/**
 * What happened in one region in one attempt. Kept small, because each also travels through the
 * workflow's history: manifests, evidence and checkpoints are rows of their own, named here by
 * SHA-256 or id.
 */
public sealed interface RegionEvent extends ReleaseEvent {
  RegionCode region();

  /** From 1. */
  int attempt();

  record RegionStarted(RegionCode region, int attempt, String reason) implements RegionEvent {}

  /** The region's own registry serves the contender's digest. */
  record ImagePresent(RegionCode region, int attempt, ImageReference image)
      implements RegionEvent {}

  /**
   * What the region ran before the first change is recorded and can be applied again.
   *
   * @param inventory SHA-256 of the recorded inventory
   * @param objects how many
   */
  record WayBackRecorded(RegionCode region, int attempt, String inventory, int objects)
      implements RegionEvent {}

  /**
   * The rendered manifests were reviewed against the live cluster.
   *
   * @param manifests SHA-256 of what will be applied
   * @param findings warnings; a blocking finding is a {@link StepFailed}
   */
  record Reviewed(RegionCode region, int attempt, String manifests, List<String> findings)
      implements RegionEvent {
    public Reviewed {
      findings = List.copyOf(findings);
    }
  }

  /** About to change the cluster: from here on there is something to undo. */
  record DeployIntended(RegionCode region, int attempt, String manifests) implements RegionEvent {}

  /**
   * Every pod of the contender serves.
   *
   * @param exposedAt full exposure: bake time and requests count from here
   */
  record Deployed(RegionCode region, int attempt, Instant exposedAt) implements RegionEvent {}

  /**
   * @param sentence what was measured, and against which limit
   * @param evidence id of the stored figures of a load check; {@code ""} where there are none
   */
  record CheckEnded(
      RegionCode region,
      int attempt,
      String check,
      boolean passed,
      String sentence,
      String evidence)
      implements RegionEvent {
    public CheckEnded {
      evidence = evidence == null ? "" : evidence;
    }
  }

  record BakeStarted(RegionCode region, int attempt, Instant exposedAt, Instant until)
      implements RegionEvent {}

  /**
   * A checkpoint of the bake.
   *
   * @param checkpoint id of the stored state of the fold
   */
  record BakeProgressed(RegionCode region, int attempt, Instant at, String checkpoint)
      implements RegionEvent {}

  /**
   * The judge has spoken, in the bake or in the watch after it.
   *
   * @param evidence id of the stored evidence: queries, samples, counters, e-values, bounds
   * @param sentence the one that people read everywhere
   * @param changedNearby whether something else had just changed in the region
   */
  record VerdictGiven(
      RegionCode region,
      int attempt,
      VerdictCause cause,
      String evidence,
      String sentence,
      boolean changedNearby)
      implements RegionEvent {
    /** Where nothing else had changed. */
    public VerdictGiven(
        RegionCode region, int attempt, VerdictCause cause, String evidence, String sentence) {
      this(region, attempt, cause, evidence, sentence, false);
    }
  }

  /** The machine waits in this region and goes on by itself. */
  record RegionHeld(RegionCode region, int attempt, String reason) implements RegionEvent {}

  /**
   * The region was looked at from outside.
   *
   * @param cluster whether its API answers
   * @param service whether the service's own endpoint answers well
   */
  record RegionObserved(
      RegionCode region, int attempt, boolean cluster, boolean service, String sentence)
      implements RegionEvent {
    /** Unreachable and users harmed. */
    public boolean dark() {
      return !cluster && !service;
    }
  }

  /** A step could not be done and will not be tried again by itself. */
  record StepFailed(RegionCode region, int attempt, String step, FailureCode code, String sentence)
      implements RegionEvent {}

  record RestoreIntended(RegionCode region, int attempt, String inventory, String reason)
      implements RegionEvent {}

  /**
   * The incumbent serves again, proven by ready pods.
   *
   * @param kept others' later edits that were left alone
   */
  record Restored(RegionCode region, int attempt, List<String> kept, String sentence)
      implements RegionEvent {
    public Restored {
      kept = List.copyOf(kept);
    }
  }

  /**
   * Could not be restored in time: the release ends, its lock stays for this region until it is
   * settled.
   */
  record RegionOwed(RegionCode region, int attempt, String reason) implements RegionEvent {}

  /** Nothing is owed to the region any more: its lock is free. */
  record RegionSettled(RegionCode region, int attempt, String sentence) implements RegionEvent {}

  /**
   * About to change the zone: from here on there are weights to bring back.
   *
   * @param token fencing token that the change will carry; a change that met another writer is
   *     solved again under the next one, as an intention of its own
   * @param weights SHA-256 of the stored weights, before and after
   */
  record EvacuationIntended(
      RegionCode region, int attempt, String reason, long token, String weights)
      implements RegionEvent {}

  /**
   * The zone was changed: in sync and read back. The sentence says how far the region's own request
   * rate was seen to fall; only what was seen has moved.
   *
   * @param token fencing token of the zone change
   * @param weights SHA-256 of the stored weights, before and after
   * @param receivers whose weights were raised to carry it, in order
   */
  record Evacuated(
      RegionCode region,
      int attempt,
      long token,
      String weights,
      String sentence,
      List<RegionCode> receivers)
      implements RegionEvent {
    public Evacuated {
      receivers = receivers == null ? List.of() : List.copyOf(receivers);
    }
  }

  /** No room elsewhere, or not allowed: roll back in place instead. */
  record EvacuationRefused(RegionCode region, int attempt, String sentence)
      implements RegionEvent {}

  record ReturnIntended(RegionCode region, int attempt, String reason) implements RegionEvent {}

  record Returned(RegionCode region, int attempt, long token, String sentence)
      implements RegionEvent {}

  record RegionEnded(RegionCode region, int attempt, RegionEnd end, String reason)
      implements RegionEvent {}
}
