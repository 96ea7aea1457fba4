package dev.meridian.workflow;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.ServiceName;
import dev.meridian.region.Share;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.service.ImageReference;
import dev.meridian.service.RevisionId;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The embedded engine with our workflows and a scripted world. No workflow of ours owns a timer, so
 * there is no time to skip: the engine runs on wall time.
 */
final class EmbeddedEngine implements AutoCloseable {
  static final ReleaseId RELEASE = ReleaseId.parse("01890a5d-ac96-774b-bcce-b302099a8057");

  /** Histories are committed: no name of a machine or a process belongs into them. */
  static final String IDENTITY = "embedded";

  final RememberingLedger ledger = new RememberingLedger();
  final ScriptedWorld world = new ScriptedWorld(ledger);
  final ScriptedNeighbours neighbours = new ScriptedNeighbours(ledger);
  private final LinkedHashSet<String> owedRuns = new LinkedHashSet<>();
  private final TestWorkflowEnvironment environment =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setUseTimeskipping(false)
              .setWorkflowClientOptions(
                  WorkflowClientOptions.newBuilder().setIdentity(IDENTITY).build())
              .build());

  EmbeddedEngine(List<PlannedRegion> schedule) {
    for (String queue :
        List.of(TaskQueues.RELEASE, TaskQueues.ACT, TaskQueues.BAKE, TaskQueues.RECOVER)) {
      Worker worker =
          environment.newWorker(
              queue,
              WorkerOptions.newBuilder()
                  .setIdentity(IDENTITY)
                  .setMaxHeartbeatThrottleInterval(Duration.ofMillis(50))
                  .build());
      worker.registerActivitiesImplementations(world, ledger, neighbours);
      if (queue.equals(TaskQueues.RELEASE)) {
        worker.registerWorkflowImplementationTypes(
            ReleaseWorkflowImpl.class,
            RegionRolloutWorkflowImpl.class,
            OwedRegionWorkflowImpl.class);
      }
    }
    environment.start();
    ledger.begin(
        new ReleaseEvent.ReleaseStarted(
            new ServiceName("checkout"),
            new RevisionId("a".repeat(64)),
            ImageReference.parse("shop/checkout@sha256:" + "2".repeat(64)),
            1,
            1,
            schedule,
            Share.ofFraction(0.33),
            "ada",
            "a new checkout"));
  }

  static PlannedRegion planned(String code, int wave, Role role, int ppm) {
    return new PlannedRegion(new RegionCode(code), wave, role, new Share(ppm), "domain-" + code);
  }

  WorkflowClient client() {
    return environment.getWorkflowClient();
  }

  WorkflowExecution start(int epoch) {
    ReleaseWorkflow release =
        client()
            .newWorkflowStub(
                ReleaseWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setTaskQueue(TaskQueues.RELEASE)
                    .setWorkflowTaskTimeout(TaskQueues.DECISION_TIMEOUT)
                    .setWorkflowId(WorkflowIds.release(RELEASE))
                    .setWorkflowExecutionTimeout(Duration.ofDays(30))
                    .build());
    return WorkflowClient.start(release::run, new ReleaseInput(RELEASE, epoch));
  }

  /** Starts what the resumer starts, and waits until it has ended. */
  void runOwed(String region) {
    OwedInput input = new OwedInput(RELEASE, new RegionCode(region), 1);
    client()
        .newWorkflowStub(
            OwedRegionWorkflow.class,
            WorkflowOptions.newBuilder()
                .setTaskQueue(TaskQueues.RELEASE)
                .setWorkflowTaskTimeout(TaskQueues.DECISION_TIMEOUT)
                .setWorkflowId(WorkflowIds.owed(input.release(), input.region()))
                .setWorkflowExecutionTimeout(Duration.ofDays(30))
                .build())
        .run(input);
    owedRuns.add(WorkflowIds.owed(input.release(), input.region()));
  }

  /** Workflow ids of what {@link #runOwed} has run. */
  List<String> owedRuns() {
    return List.copyOf(owedRuns);
  }

  /** Closing waits a third of a second for pollers that nobody misses. */
  @Override
  public void close() {
    Thread.ofVirtual().start(environment::close);
  }
}
