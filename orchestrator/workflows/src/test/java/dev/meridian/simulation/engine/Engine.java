package dev.meridian.simulation.engine;

import dev.meridian.region.RegionCode;
import dev.meridian.release.CommandKind;
import dev.meridian.release.ReleaseId;
import dev.meridian.workflow.CommandOrder;
import dev.meridian.workflow.RegionRolloutWorkflowImpl;
import dev.meridian.workflow.ReleaseInput;
import dev.meridian.workflow.ReleaseWorkflow;
import dev.meridian.workflow.ReleaseWorkflowImpl;
import dev.meridian.workflow.TaskQueues;
import dev.meridian.workflow.WorkflowIds;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The embedded engine, skipping time, with the workflows of production and simulated worlds. */
final class Engine implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofDays(3650);
  private static final int SECONDS_UNTIL_GIVEN_UP = 60;

  private final WorldActivities activities = new WorldActivities();
  private final TestWorkflowEnvironment environment =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setUseTimeskipping(true)
              .setWorkerFactoryOptions(
                  WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build())
              .build());

  Engine() {
    for (String queue :
        List.of(TaskQueues.RELEASE, TaskQueues.ACT, TaskQueues.BAKE, TaskQueues.RECOVER)) {
      Worker worker =
          environment.newWorker(
              queue,
              WorkerOptions.newBuilder()
                  .setUsingVirtualThreads(true)
                  .setMaxHeartbeatThrottleInterval(Duration.ofMillis(50))
                  .build());
      worker.registerActivitiesImplementations(activities);
      if (queue.equals(TaskQueues.RELEASE)) {
        worker.registerWorkflowImplementationTypes(
            ReleaseWorkflowImpl.class, RegionRolloutWorkflowImpl.class);
      }
    }
    environment.start();
  }

  /** Runs one release from its start to its end. */
  LiveRelease.Result run(long seed) throws InterruptedException {
    LiveRelease release = new LiveRelease(seed, this);
    activities.enter(release);
    try {
      return release.run();
    } finally {
      activities.leave(release);
    }
  }

  void start(ReleaseId release, int epoch) {
    ReleaseWorkflow workflow =
        environment
            .getWorkflowClient()
            .newWorkflowStub(
                ReleaseWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setTaskQueue(TaskQueues.RELEASE)
                    .setWorkflowTaskTimeout(TaskQueues.DECISION_TIMEOUT)
                    .setWorkflowId(WorkflowIds.release(release))
                    .setWorkflowExecutionTimeout(LONGEST)
                    .build());
    WorkflowClient.start(workflow::run, new ReleaseInput(release, epoch));
  }

  /** In place of whatever runs; a run may just have become another one. */
  void startAgain(ReleaseId release, int epoch) {
    while (true) {
      kill(release);
      try {
        start(release, epoch);
        return;
      } catch (WorkflowExecutionAlreadyStarted another) {
        Thread.onSpinWait();
      }
    }
  }

  /** A command that is refused, or comes when nobody is there, is without effect. */
  void command(ReleaseId release, UUID id, CommandKind kind, Optional<RegionCode> region) {
    try {
      environment
          .getWorkflowClient()
          .newWorkflowStub(ReleaseWorkflow.class, WorkflowIds.release(release))
          .command(new CommandOrder(id, kind, region, "person", "wanted"));
    } catch (WorkflowException nobodyThere) {
      // as said
    }
  }

  /** Without a word to its workflow. */
  void kill(ReleaseId release) {
    try {
      environment
          .getWorkflowClient()
          .newUntypedWorkflowStub(WorkflowIds.release(release))
          .terminate("the process is gone");
    } catch (WorkflowException ended) {
      // nothing to kill
    }
  }

  /** Whether its workflow ends well, too. */
  boolean ended(ReleaseId release) {
    try {
      environment
          .getWorkflowClient()
          .newUntypedWorkflowStub(WorkflowIds.release(release))
          .getResult(SECONDS_UNTIL_GIVEN_UP, TimeUnit.SECONDS, Void.class);
      return true;
    } catch (TimeoutException | WorkflowException e) {
      return false;
    }
  }

  /** Closing waits a third of a second for pollers that nobody misses. */
  @Override
  public void close() {
    Thread.ofVirtual().start(environment::close);
  }
}
