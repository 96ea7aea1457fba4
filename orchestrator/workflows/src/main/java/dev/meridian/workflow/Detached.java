package dev.meridian.workflow;

import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;

/** Runs what must be finished even when the workflow is being cancelled: undoing, and recording. */
final class Detached {
  private Detached() {}

  static <T> T call(Functions.Func<T> action) {
    CompletablePromise<T> result = Workflow.newPromise();
    CancellationScope scope =
        Workflow.newDetachedCancellationScope(() -> result.complete(action.apply()));
    scope.run();
    return result.get();
  }
}
