package dev.meridian.workflow;

import dev.meridian.activity.ActivityPolicies;
import dev.meridian.activity.PeopleActivities;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.decision.OwedDecision;
import dev.meridian.release.decision.OwedStep;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.Optional;

/** Look, restore, return, settle. */
public final class OwedRegionWorkflowImpl implements OwedRegionWorkflow {
  private final PeopleActivities people =
      Workflow.newActivityStub(PeopleActivities.class, ActivityPolicies.people(TaskQueues.ACT));
  private final OwedInput input;
  private final Scribe scribe;
  private final Recovery recovery;

  @WorkflowInit
  public OwedRegionWorkflowImpl(OwedInput input) {
    this.input = input;
    this.scribe = new Scribe(input.release(), input.epoch());
    this.recovery = new Recovery(new ReleaseInput(input.release(), input.epoch()), scribe);
  }

  @Override
  public void run(OwedInput ignored) {
    ReleaseState state = scribe.open();
    RegionAttempt owed = recovery.attempt(state, input.region());
    RegionProgress progress = state.region(input.region());
    Optional<RegionEvent> newest = Optional.empty();
    do {
      newest = act(owed, OwedDecision.next(progress, newest));
      progress = newest.map(progress::after).orElse(progress);
    } while (newest.isPresent());
  }

  /** What has come of the step; empty when the run is over. */
  private Optional<RegionEvent> act(RegionAttempt owed, OwedStep step) {
    return switch (step) {
      case OwedStep.AwaitCluster _ -> Optional.of(recovery.awaitCluster(owed));
      case OwedStep.Restore s -> Optional.of(recovery.restore(owed, s.reason()));
      case OwedStep.BringBack s -> Optional.of(recovery.bringBack(owed, s.reason()));
      case OwedStep.Settle s -> Optional.of(settle(owed, s));
      case OwedStep.TryLater s -> {
        if (s.callPerson()) {
          page("stuck", "its restore is still owed: " + s.reason());
        }
        yield Optional.empty();
      }
      case OwedStep.Finished _ -> Optional.empty();
    };
  }

  private RegionEvent settle(RegionAttempt owed, OwedStep.Settle step) {
    if (step.callPerson()) {
      page("settled", step.reason());
    }
    return scribe.region(
        owed, new RegionEvent.RegionSettled(owed.region(), owed.attempt(), step.reason()));
  }

  /** Said once, however many runs meet it. */
  private void page(String what, String sentence) {
    String key = WorkflowIds.owed(input.release(), input.region()) + "/" + what;
    people.page(input.release(), input.epoch(), key, input.region() + ": " + sentence);
  }
}
