package dev.meridian.workflow;

import dev.meridian.activity.ActivityPolicies;
import dev.meridian.activity.NeighbourActivities;
import dev.meridian.release.Neighbours;
import dev.meridian.release.ReleaseId;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.Optional;

/**
 * The eye on the other release of the service, while there is one whose end matters: one long
 * activity, which only reads what is not this release's.
 */
final class NeighbourWatch {
  private final NeighbourActivities neighbours =
      Workflow.newActivityStub(
          NeighbourActivities.class, ActivityPolicies.waiting(TaskQueues.BAKE));
  private final ReleaseInput input;
  private Optional<ReleaseId> watched = Optional.empty();
  private Optional<Promise<Void>> change = Optional.empty();
  private Optional<CancellationScope> scope = Optional.empty();

  NeighbourWatch(ReleaseInput input) {
    this.input = input;
  }

  /** Watches whoever is there; an older one that is being taken back will not change its mind. */
  void ensure(Neighbours now) {
    Optional<ReleaseId> older =
        now.older().filter(it -> !it.takenBack()).map(Neighbours.Older::release);
    Optional<ReleaseId> wanted = older.or(() -> now.younger().map(Neighbours.Younger::release));
    if (wanted.equals(watched)) {
      return;
    }
    stop();
    watched = wanted;
    if (wanted.isPresent()) {
      begin(older.isPresent());
    }
  }

  private void begin(boolean older) {
    CancellationScope watching =
        Workflow.newCancellationScope(
            () -> change = Optional.of(older ? untilOlderEnds() : untilYoungerLeaves()));
    watching.run();
    scope = Optional.of(watching);
  }

  private Promise<Void> untilOlderEnds() {
    return Async.procedure(neighbours::awaitOlder, input.release(), input.epoch());
  }

  private Promise<Void> untilYoungerLeaves() {
    return Async.procedure(neighbours::awaitYounger, input.release(), input.epoch());
  }

  void stop() {
    scope.ifPresent(running -> running.cancel("nobody waits for the other release"));
    scope = Optional.empty();
    change = Optional.empty();
    watched = Optional.empty();
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
