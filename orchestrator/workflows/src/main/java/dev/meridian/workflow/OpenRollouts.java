package dev.meridian.workflow;

import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionProgress;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The region rollouts that are running: started once, waited for together, given up together. */
final class OpenRollouts {
  private record Child(Promise<RegionProgress> end, CancellationScope scope) {}

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
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_TERMINATE)
                .setCancellationType(ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED)
                .build());
    List<Promise<RegionProgress>> end = new ArrayList<>(1);
    CancellationScope scope =
        Workflow.newCancellationScope(() -> end.add(Async.function(child::run, rollout)));
    scope.run();
    children.put(rollout.region(), new Child(end.getFirst(), scope));
  }

  boolean running(RegionCode region) {
    return children.containsKey(region);
  }

  boolean idle() {
    return children.isEmpty();
  }

  /** Asks all to give up; their ends arrive as news. */
  void cancel(String reason) {
    children.values().forEach(child -> child.scope().cancel(reason));
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
