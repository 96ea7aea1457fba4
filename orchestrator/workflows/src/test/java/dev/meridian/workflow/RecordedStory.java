package dev.meridian.workflow;

import static dev.meridian.workflow.Schedules.FIVE_REGIONS;
import static dev.meridian.workflow.Schedules.TEN_REGIONS;

import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.release.CommandKind;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.ReleaseState;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * A release whose histories are worth keeping: each takes another way through the workflows.
 *
 * @param regions whose rollouts are kept
 * @param epoch in which it ends
 * @param plot lets it happen, to its end
 */
record RecordedStory(
    String title, List<PlannedRegion> schedule, List<String> regions, int epoch, Plot plot) {
  interface Plot {
    void tell(EmbeddedEngine engine) throws InterruptedException;
  }

  static List<RecordedStory> all() {
    return List.of(
        new RecordedStory(
            "completed", TEN_REGIONS, List.of("r0", "r4"), 1, RecordedStory::complete),
        new RecordedStory(
            "rolled-back", FIVE_REGIONS, List.of("l1", "l2"), 1, RecordedStory::rollBack),
        new RecordedStory("owed", FIVE_REGIONS, List.of("l2"), 1, RecordedStory::owe),
        new RecordedStory("aborted", FIVE_REGIONS, List.of("c"), 1, RecordedStory::abort),
        new RecordedStory(
            "continued-in-epoch-2", FIVE_REGIONS, List.of("l1"), 2, RecordedStory::goOn));
  }

  /** Workflow id of a kept rollout. */
  String rollout(String region) {
    return WorkflowIds.regionRollout(
        new RegionAttempt(EmbeddedEngine.RELEASE, new RegionCode(region), 1, epoch));
  }

  @Override
  public String toString() {
    return title;
  }

  private static void complete(EmbeddedEngine engine) throws InterruptedException {
    engine.start(1);
    awaitEnd(engine);
  }

  /** A gate finds harm in the third wave while another region bakes. */
  private static void rollBack(EmbeddedEngine engine) throws InterruptedException {
    engine.world.verdict("l2", VerdictCause.GATE);
    engine.world.holdBake("l1");
    engine.start(1);
    awaitEnd(engine);
  }

  /** Dark, evacuated, away at the deadline, and later back. */
  private static void owe(EmbeddedEngine engine) throws InterruptedException {
    engine.world.verdict("l2", VerdictCause.DARK).away("l2", 1);
    engine.start(1);
    awaitEnd(engine);
    engine.runOwed("l2");
  }

  private static void abort(EmbeddedEngine engine) throws InterruptedException {
    CountDownLatch baking = engine.world.holdBake("c");
    engine.start(1);
    baking.await();
    CommandOrder order =
        new CommandOrder(new UUID(0, 1), CommandKind.ABORT, Optional.empty(), "ada", "seen enough");
    release(engine).update("command", Void.class, order);
    awaitEnd(engine);
  }

  /** The engine forgot the release in mid-bake; it went on in the next epoch. */
  private static void goOn(EmbeddedEngine engine) throws InterruptedException {
    CountDownLatch baking = engine.world.holdBake("l1");
    engine.start(1);
    baking.await();
    release(engine).terminate("the engine forgot it");
    CountDownLatch bakingAgain = engine.world.holdBake("l1");
    engine.start(2);
    bakingAgain.await();
    engine.world.release("l1");
    awaitEnd(engine);
  }

  private static WorkflowStub release(EmbeddedEngine engine) {
    return engine.client().newUntypedWorkflowStub(WorkflowIds.release(EmbeddedEngine.RELEASE));
  }

  /** Until the last run has closed, not only the release: a history is kept whole. */
  private static void awaitEnd(EmbeddedEngine engine) throws InterruptedException {
    engine.ledger.await(history -> ReleaseState.fold(history).outcome().isPresent());
    WorkflowTargetOptions last =
        WorkflowTargetOptions.newBuilder()
            .setWorkflowId(WorkflowIds.release(EmbeddedEngine.RELEASE))
            .setRunId(engine.ledger.runs().getLast())
            .build();
    engine.client().newUntypedWorkflowStub(last).getResult(Void.class);
  }
}
