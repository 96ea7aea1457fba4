package dev.meridian.workflow;

import dev.meridian.activity.ActivityPolicies;
import dev.meridian.activity.NeighbourActivities;
import dev.meridian.release.Neighbours;
import dev.meridian.release.ReleaseState;
import dev.meridian.service.Overlap;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.Optional;

/**
 * The eye on the other release of the service, while there is one whose doings matter, or may come:
 * one long activity. What it has seen stands in the ledger.
 */
final class NeighbourWatch {
  private final NeighbourActivities neighbours =
      Workflow.newActivityStub(
          NeighbourActivities.class, ActivityPolicies.waiting(TaskQueues.BAKE));
  private final ReleaseInput input;
  private Optional<Neighbours> known = Optional.empty();
  private Optional<Promise<Void>> change = Optional.empty();
  private Optional<CancellationScope> scope = Optional.empty();

  NeighbourWatch(ReleaseInput input) {
    this.input = input;
  }

  /** Watches for what is not known yet. */
  void ensure(ReleaseState state) {
    Optional<Neighbours> now = Optional.of(state.neighbours()).filter(_ -> matters(state));
    if (now.equals(known)) {
      return;
    }
    stop();
    known = now;
    now.ifPresent(it -> {
      CancellationScope watching =
          Workflow.newCancellationScope(() -> change = Optional.of(waiting(it)));
      watching.run();
      scope = Optional.of(watching);
    });
  }

  /** An older one that is being taken back will not change its mind. */
  private static boolean matters(ReleaseState state) {
    Neighbours now = state.neighbours();
    boolean mayBeFollowed = state.overlap() == Overlap.CANARY && state.recovery().isEmpty();
    return now.older()
        .map(older -> !older.takenBack())
        .orElse(now.younger().isPresent() || mayBeFollowed);
  }

  private Promise<Void> waiting(Neighbours now) {
    return Async.procedure(neighbours::awaitNews, input.release(), input.epoch(), now);
  }

  void stop() {
    scope.ifPresent(running -> running.cancel("nobody waits for the other release"));
    scope = Optional.empty();
    change = Optional.empty();
    known = Optional.empty();
  }

  boolean hasNews() {
    return change.filter(Promise::isCompleted).isPresent();
  }

  /**
   * Takes note that something is recorded which this run has not folded.
   *
   * @throws TemporalFailure when this run was taken over
   */
  void heard() {
    Promise<Void> heard = change.orElseThrow();
    stop();
    try {
      heard.get();
    } catch (TemporalFailure failure) {
      if (Failures.superseded(failure)) {
        throw failure;
      }
      Workflow.getLogger(NeighbourWatch.class).warn("the other release is out of sight", failure);
    }
  }
}
