package dev.meridian.workflow;

import dev.meridian.activity.ActivityPolicies;
import dev.meridian.activity.GateActivities;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Optional;

/**
 * The watch over passed regions: one long activity for all of them, begun again when their list
 * grows. A watch that is given up is not waited for: it only reads.
 */
final class PassedWatch {
  private final GateActivities gates =
      Workflow.newActivityStub(GateActivities.class, ActivityPolicies.waiting(TaskQueues.BAKE));
  private List<RegionAttempt> watched = List.of();
  private Optional<Promise<RegionEvent.VerdictGiven>> verdict = Optional.empty();
  private Optional<CancellationScope> scope = Optional.empty();

  /** Watches exactly these. */
  void ensure(List<RegionAttempt> regions) {
    if (regions.equals(watched)) {
      return;
    }
    stop();
    if (regions.isEmpty()) {
      return;
    }
    watched = List.copyOf(regions);
    CancellationScope watching =
        Workflow.newCancellationScope(
            () -> verdict = Optional.of(Async.function(gates::watch, watched)));
    watching.run();
    scope = Optional.of(watching);
  }

  void stop() {
    scope.ifPresent(running -> running.cancel("the watch is over"));
    scope = Optional.empty();
    verdict = Optional.empty();
    watched = List.of();
  }

  boolean hasNews() {
    return verdict.filter(Promise::isCompleted).isPresent();
  }

  /**
   * The verdict that ended the watch, once. A watch that could not be kept up is said in the log
   * and begun again with the next list.
   *
   * @throws TemporalFailure when this run was taken over, or does not know that nobody should watch
   *     there any more
   */
  Optional<RegionEvent.VerdictGiven> news() {
    if (!hasNews()) {
      return Optional.empty();
    }
    Promise<RegionEvent.VerdictGiven> ended = verdict.orElseThrow();
    verdict = Optional.empty();
    scope = Optional.empty();
    try {
      return Optional.of(ended.get());
    } catch (TemporalFailure failure) {
      if (Failures.superseded(failure) || Failures.outdated(failure)) {
        watched = List.of();
        throw failure;
      }
      Workflow.getLogger(PassedWatch.class).warn("the watch over passed regions ended", failure);
      return Optional.empty();
    }
  }
}
