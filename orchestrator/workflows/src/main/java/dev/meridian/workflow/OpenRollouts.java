package dev.meridian.workflow;

import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionProgress;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The region rollouts that are running: started once, waited for together, given up together. */
final class OpenRollouts {
  private record Child(RegionRolloutWorkflow rollout, Promise<RegionProgress> end) {}

  private final Map<RegionCode, Child> children = new TreeMap<>();

  /** Starts it unless it is running. */
  void ensure(RegionAttempt rollout) {
    if (children.containsKey(rollout.region())) {
      return;
    }
    RegionRolloutWorkflow child =
        Workflow.newChildWorkflowStub(
            RegionRolloutWorkflow.class,
            ChildWorkflowOptions.newBuilder()
                .setWorkflowId(WorkflowIds.regionRollout(rollout))
                .setTaskQueue(TaskQueues.RELEASE)
                .setWorkflowTaskTimeout(TaskQueues.DECISION_TIMEOUT)
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_TERMINATE)
                .build());
    children.put(rollout.region(), new Child(child, Async.function(child::run, rollout)));
  }

  boolean running(RegionCode region) {
    return children.containsKey(region);
  }

  boolean idle() {
    return children.isEmpty();
  }

  /** Asks all to give up; their ends arrive as news. */
  void giveUp(String reason) {
    for (Child child : children.values()) {
      try {
        child.rollout().giveUp(reason);
      } catch (SignalExternalWorkflowException | ApplicationFailure alreadyEnded) {
        Workflow.getLogger(OpenRollouts.class).debug("ended before it was given up", alreadyEnded);
      }
    }
  }

  boolean hasNews() {
    return children.values().stream().anyMatch(child -> child.end().isCompleted());
  }

  /** What became of the rollouts that have ended since the last call, in order of region. */
  List<RegionProgress> news() {
    List<RegionProgress> ended = new ArrayList<>();
    Iterator<Child> iterator = children.values().iterator();
    while (iterator.hasNext()) {
      Child child = iterator.next();
      if (child.end().isCompleted()) {
        iterator.remove();
        ended.add(child.end().get());
      }
    }
    return ended;
  }
}
