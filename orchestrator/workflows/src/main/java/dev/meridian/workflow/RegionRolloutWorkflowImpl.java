package dev.meridian.workflow;

import dev.meridian.activity.ActivityPolicies;
import dev.meridian.activity.CheckActivities;
import dev.meridian.activity.ClusterActivities;
import dev.meridian.activity.GateActivities;
import dev.meridian.activity.ImageActivities;
import dev.meridian.activity.TrafficActivities;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.Trouble;
import dev.meridian.release.decision.RegionDecision;
import dev.meridian.release.decision.RegionStep;
import dev.meridian.release.decision.RegionTask;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;

/** Forward step by step; back at once when the region shows harm. */
public final class RegionRolloutWorkflowImpl implements RegionRolloutWorkflow {
  private final ImageActivities images =
      Workflow.newActivityStub(ImageActivities.class, ActivityPolicies.probing(TaskQueues.ACT));
  private final ClusterActivities cluster =
      Workflow.newActivityStub(ClusterActivities.class, ActivityPolicies.cluster(TaskQueues.ACT));
  private final ClusterActivities absence =
      Workflow.newActivityStub(ClusterActivities.class, ActivityPolicies.waiting(TaskQueues.BAKE));
  private final ClusterActivities rescue =
      Workflow.newActivityStub(
          ClusterActivities.class, ActivityPolicies.cluster(TaskQueues.RECOVER));
  private final TrafficActivities traffic =
      Workflow.newActivityStub(
          TrafficActivities.class, ActivityPolicies.traffic(TaskQueues.RECOVER));
  private final CheckActivities checks =
      Workflow.newActivityStub(CheckActivities.class, ActivityPolicies.probing(TaskQueues.ACT));
  private final GateActivities gates =
      Workflow.newActivityStub(GateActivities.class, ActivityPolicies.waiting(TaskQueues.BAKE));

  private final RegionAttempt rollout;
  private final Scribe scribe;

  @WorkflowInit
  public RegionRolloutWorkflowImpl(RegionAttempt rollout) {
    this.rollout = rollout;
    this.scribe = new Scribe(rollout.release(), rollout.epoch());
  }

  @Override
  public RegionProgress run(RegionAttempt ignored) {
    RegionTask task = scribe.openRegion(rollout);
    if (task.progress().end().isPresent()) {
      return task.progress();
    }
    scribe.region(
        rollout,
        new RegionEvent.RegionStarted(
            rollout.region(), rollout.attempt(), task.progress().sentence()));
    while (true) {
      RegionStep step = RegionDecision.next(task);
      RegionProgress further = task.progress().after(take(step));
      if (further.end().isPresent()) {
        return further;
      }
      task = task.at(further);
    }
  }

  /** Carries a step out; giving up, and not being able to, are outcomes like any other. */
  private RegionEvent take(RegionStep step) {
    while (true) {
      try {
        return act(step);
      } catch (TemporalFailure failure) {
        if (failure instanceof CanceledFailure || Failures.cancelled(failure)) {
          return end(RegionEnd.CANCELLED, "given up: the release goes no further");
        }
        if (!Failures.ledgerAway(failure)) {
          return scribe.stepFailed(rollout, Failures.stepFailed(rollout, stepName(step), failure));
        }
      }
    }
  }

  private RegionEvent act(RegionStep step) {
    return switch (step) {
      case RegionStep.EnsureImage _ -> images.awaitImage(rollout);
      case RegionStep.RecordWayBack _ -> cluster.recordWayBack(rollout);
      case RegionStep.Review _ -> cluster.review(rollout);
      case RegionStep.Deploy _ -> cluster.deploy(rollout);
      case RegionStep.RunCheck s -> checks.run(rollout, s.check());
      case RegionStep.Bake _ -> gates.bake(rollout);
      case RegionStep.AwaitCluster _ -> absence.awaitCluster(rollout);
      case RegionStep.Restore s -> Detached.call(() -> rescue.restore(rollout, s.reason()));
      case RegionStep.Evacuate s -> Detached.call(() -> traffic.evacuate(rollout, s.reason()));
      case RegionStep.End s -> end(s.end(), s.reason());
    };
  }

  private RegionEvent end(RegionEnd end, String reason) {
    return scribe.region(
        rollout, new RegionEvent.RegionEnded(rollout.region(), rollout.attempt(), end, reason));
  }

  private static String stepName(RegionStep step) {
    return switch (step) {
      case RegionStep.EnsureImage _ -> "image";
      case RegionStep.RecordWayBack _ -> "way back";
      case RegionStep.Review _ -> "review";
      case RegionStep.Deploy _ -> "deploy";
      case RegionStep.RunCheck s -> "check " + s.check();
      case RegionStep.Bake _ -> "bake";
      case RegionStep.AwaitCluster _ -> "await cluster";
      case RegionStep.Restore _ -> Trouble.RESTORE;
      case RegionStep.Evacuate _ -> Trouble.EVACUATE;
      case RegionStep.End _ -> "end";
    };
  }
}
