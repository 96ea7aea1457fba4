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
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.Optional;

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
  private Optional<String> givenUp = Optional.empty();
  private Optional<CancellationScope> forward = Optional.empty();

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
      RegionProgress further = task.progress().after(take(RegionDecision.next(task)));
      if (further.end().isPresent()) {
        return further;
      }
      task = task.at(further);
    }
  }

  @Override
  public void giveUp(String reason) {
    givenUp = Optional.of(reason);
    forward.ifPresent(scope -> scope.cancel(reason));
  }

  /** Carries a step out; giving up, and not being able to, are outcomes like any other. */
  private RegionEvent take(RegionStep step) {
    while (true) {
      try {
        return act(step);
      } catch (TemporalFailure failure) {
        if (Failures.cancelled(failure)) {
          return end(RegionEnd.CANCELLED, givenUp.orElse("given up"));
        }
        if (!Failures.ledgerAway(failure)) {
          return scribe.stepFailed(rollout, Failures.stepFailed(rollout, stepName(step), failure));
        }
      }
    }
  }

  private RegionEvent act(RegionStep step) {
    return switch (step) {
      case RegionStep.EnsureImage _ -> forward(() -> images.awaitImage(rollout));
      case RegionStep.RecordWayBack _ -> unlessGivenUp(() -> cluster.recordWayBack(rollout));
      case RegionStep.Review _ -> unlessGivenUp(() -> cluster.review(rollout));
      case RegionStep.Deploy _ -> forward(() -> cluster.deploy(rollout));
      case RegionStep.RunCheck s -> forward(() -> checks.run(rollout, s.check()));
      case RegionStep.Bake _ -> forward(() -> gates.bake(rollout));
      case RegionStep.AwaitCluster _ -> forward(() -> absence.awaitCluster(rollout));
      case RegionStep.Restore s -> rescue.restore(rollout, s.reason());
      case RegionStep.Evacuate s -> traffic.evacuate(rollout, s.reason());
      case RegionStep.End s -> end(s.end(), s.reason());
    };
  }

  /** A long step, cancelled when the attempt is given up. */
  private RegionEvent forward(Functions.Func<RegionEvent> effect) {
    return unlessGivenUp(() -> cancellable(effect));
  }

  private RegionEvent unlessGivenUp(Functions.Func<RegionEvent> effect) {
    return givenUp.isPresent() ? end(RegionEnd.CANCELLED, givenUp.get()) : effect.apply();
  }

  private RegionEvent cancellable(Functions.Func<RegionEvent> effect) {
    CompletablePromise<RegionEvent> event = Workflow.newPromise();
    CancellationScope scope = Workflow.newCancellationScope(() -> event.complete(effect.apply()));
    forward = Optional.of(scope);
    scope.run();
    return event.get();
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
      case RegionStep.Deploy _ -> Trouble.DEPLOY;
      case RegionStep.RunCheck s -> "check " + s.check();
      case RegionStep.Bake _ -> "bake";
      case RegionStep.AwaitCluster _ -> "await cluster";
      case RegionStep.Restore _ -> Trouble.RESTORE;
      case RegionStep.Evacuate _ -> Trouble.EVACUATE;
      case RegionStep.End _ -> "end";
    };
  }
}
