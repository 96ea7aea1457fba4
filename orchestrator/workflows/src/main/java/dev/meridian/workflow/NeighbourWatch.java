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
  private Awaited awaited = Awaited.NOTHING;
  private Optional<Promise<Void>> change = Optional.empty();
  private Optional<CancellationScope> scope = Optional.empty();

  /** What may happen next to the other release. */
  private enum Awaited {
    NOTHING,
    FOLLOWER_STARTS,
    YOUNGER_LEAVES,
    OLDER_ENDS
  }

  NeighbourWatch(ReleaseInput input) {
    this.input = input;
  }

  /** Watches for what may happen next. */
  void ensure(ReleaseState state) {
    Awaited next = next(state);
    if (next == awaited) {
      return;
    }
    stop();
    awaited = next;
    if (next != Awaited.NOTHING) {
      CancellationScope watching =
          Workflow.newCancellationScope(() -> change = Optional.of(waiting(next)));
      watching.run();
      scope = Optional.of(watching);
    }
  }

  /** An older one that is being taken back will not change its mind. */
  private static Awaited next(ReleaseState state) {
    Neighbours now = state.neighbours();
    if (now.older().isPresent()) {
      return now.older().get().takenBack() ? Awaited.NOTHING : Awaited.OLDER_ENDS;
    }
    if (now.younger().isPresent()) {
      return Awaited.YOUNGER_LEAVES;
    }
    boolean open = state.overlap() == Overlap.CANARY && state.recovery().isEmpty();
    return open ? Awaited.FOLLOWER_STARTS : Awaited.NOTHING;
  }

  private Promise<Void> waiting(Awaited what) {
    return Async.procedure(
        switch (what) {
          case FOLLOWER_STARTS -> neighbours::awaitFollower;
          case YOUNGER_LEAVES -> neighbours::awaitYounger;
          case OLDER_ENDS -> neighbours::awaitOlder;
          case NOTHING -> throw new IllegalArgumentException("nothing is awaited");
        },
        input.release(),
        input.epoch());
  }

  void stop() {
    scope.ifPresent(running -> running.cancel("nobody waits for the other release"));
    scope = Optional.empty();
    change = Optional.empty();
    awaited = Awaited.NOTHING;
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
