package dev.meridian.workflow;

import dev.meridian.activity.ActivityPolicies;
import dev.meridian.activity.ClusterActivities;
import dev.meridian.activity.TrafficActivities;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.Trouble;
import dev.meridian.release.decision.ReleaseStep;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;

/** Carries out the steps of the way back; what fails is said, and the decision sees it. */
final class Recovery {
  private final ClusterActivities cluster =
      Workflow.newActivityStub(
          ClusterActivities.class, ActivityPolicies.cluster(TaskQueues.RECOVER));
  private final ClusterActivities absence =
      Workflow.newActivityStub(ClusterActivities.class, ActivityPolicies.waiting(TaskQueues.BAKE));
  private final TrafficActivities traffic =
      Workflow.newActivityStub(
          TrafficActivities.class, ActivityPolicies.traffic(TaskQueues.RECOVER));
  private final ReleaseInput input;
  private final Scribe scribe;

  Recovery(ReleaseInput input, Scribe scribe) {
    this.input = input;
    this.scribe = scribe;
  }

  /** The newest attempt in a region, in this epoch. */
  RegionAttempt attempt(ReleaseState state, RegionCode region) {
    return new RegionAttempt(
        input.release(), region, state.region(region).attempt(), input.epoch());
  }

  /** Side by side; each outcome in the order of the batch. */
  List<RegionEvent> restore(ReleaseState state, ReleaseStep.Restore step) {
    List<RegionAttempt> rollouts =
        step.regions().stream().map(region -> attempt(state, region)).toList();
    List<Promise<RegionEvent.Restored>> restores =
        rollouts.stream().map(r -> Async.function(cluster::restore, r, step.reason())).toList();
    List<RegionEvent> outcomes = new ArrayList<>();
    for (int i = 0; i < rollouts.size(); i++) {
      outcomes.add(outcome(rollouts.get(i), Trouble.RESTORE, restores.get(i)));
    }
    return outcomes;
  }

  /** At the deadline the release goes on to its end without the region: it is owed. */
  RegionEvent awaitReturn(ReleaseState state, ReleaseStep.AwaitReturn step) {
    RegionAttempt rollout = attempt(state, step.region());
    RegionEvent seen = awaitCluster(rollout);
    if (seen instanceof RegionEvent.RegionObserved observed && observed.cluster()) {
      return observed;
    }
    return scribe.region(
        rollout,
        new RegionEvent.RegionOwed(
            step.region(), rollout.attempt(), "its cluster was still unreachable at the deadline"));
  }

  RegionEvent bringBack(ReleaseState state, ReleaseStep.BringBack step) {
    return bringBack(attempt(state, step.region()), step.reason());
  }

  RegionEvent awaitCluster(RegionAttempt rollout) {
    return outcome(rollout, "await return", Async.function(absence::awaitReturn, rollout));
  }

  RegionEvent restore(RegionAttempt rollout, String reason) {
    return outcome(rollout, Trouble.RESTORE, Async.function(cluster::restore, rollout, reason));
  }

  RegionEvent bringBack(RegionAttempt rollout, String reason) {
    return outcome(rollout, Trouble.RETURN, Async.function(traffic::bringBack, rollout, reason));
  }

  private RegionEvent outcome(
      RegionAttempt rollout, String step, Promise<? extends RegionEvent> effect) {
    try {
      return effect.get();
    } catch (TemporalFailure failure) {
      return scribe.stepFailed(rollout, Failures.stepFailed(rollout, step, failure));
    }
  }
}
