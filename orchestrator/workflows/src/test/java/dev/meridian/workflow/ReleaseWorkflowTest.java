package dev.meridian.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.region.change.RegionChange;
import dev.meridian.release.CommandKind;
import dev.meridian.release.PlanRevision;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.release.ReleaseState;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReleaseWorkflowTest {
  private final EmbeddedEngine engine = new EmbeddedEngine(Schedules.FIVE_REGIONS);
  private final RememberingLedger ledger = engine.ledger;
  private final ScriptedWorld world = engine.world;

  @AfterEach
  void stopEngine() {
    engine.close();
  }

  private WorkflowStub start(int epoch) {
    engine.start(epoch);
    return engine.client().newUntypedWorkflowStub(WorkflowIds.release(EmbeddedEngine.RELEASE));
  }

  private void finish() throws Exception {
    ledger.await(history -> ReleaseState.fold(history).outcome().isPresent());
  }

  private ReleaseState state() {
    return ReleaseState.fold(ledger.history());
  }

  private static CommandOrder order(CommandKind kind) {
    return new CommandOrder(
        UUID.nameUUIDFromBytes(kind.name().getBytes(UTF_8)),
        kind,
        Optional.empty(),
        "ada",
        "because");
  }

  @Test
  void release_healthy_completesWaveByWave() throws Exception {
    start(1);
    finish();
    assertThat(state().outcome()).contains(ReleaseOutcome.COMPLETED);
    assertThat(ledger.kindsIn("l1"))
        .containsExactly(
            "RegionStarted",
            "ImagePresent",
            "WayBackRecorded",
            "Reviewed",
            "DeployIntended",
            "Deployed",
            "CheckEnded",
            "VerdictGiven",
            "RegionEnded");
  }

  @Test
  void regionThatLeavesMeanwhile_isNotGoneTo_andTheReleaseCompletesWithoutIt() throws Exception {
    ledger.documents(ReleaseWorkflowTest::withoutL1);
    start(1);
    finish();

    assertThat(state().outcome()).contains(ReleaseOutcome.COMPLETED);
    assertThat(ledger.kindsIn("l1")).isEmpty();
    assertThat(ledger.kindsIn("l2")).endsWith("RegionEnded");
    assertThat(ledger.history())
        .filteredOn(ReleaseEvent.CatalogueChanged.class::isInstance)
        .hasSize(1);
    assertThat(ledger.history())
        .filteredOn(ReleaseEvent.WaveStarted.class::isInstance)
        .extracting(event -> ((ReleaseEvent.WaveStarted) event).planRevision())
        .containsExactly(1, 1, 2, 2);
  }

  /** From the third wave on. */
  private static Optional<ReleaseEvent.CatalogueChanged> withoutL1(ReleaseState state) {
    RegionCode left = new RegionCode("l1");
    if (state.wavesPassed() < 2 || state.planRevision() > 1) {
      return Optional.empty();
    }
    List<PlannedRegion> rest =
        state.schedule().stream().filter(planned -> !planned.region().equals(left)).toList();
    return Optional.of(
        new ReleaseEvent.CatalogueChanged(
            2,
            1,
            List.of(new RegionChange.Skipped(left, 3)),
            Optional.of(new PlanRevision(2, rest, "plan")),
            "l1 has left"));
  }

  @Test
  void release_degradedRegion_rollsEverythingBackHarmedFirst() throws Exception {
    world.verdict("l2", VerdictCause.GATE);
    CountDownLatch baking = world.holdBake("l1");
    start(1);
    finish();
    assertThat(baking.getCount()).as("l1 was in mid-bake").isZero();
    assertThat(state().outcome()).contains(ReleaseOutcome.ROLLED_BACK);
    assertThat(state().regions()).noneMatch(region -> region.touched());
    assertThat(ledger.kindsIn("h")).isEmpty();
    List<String> restores =
        ledger.history().stream()
            .filter(RegionEvent.Restored.class::isInstance)
            .map(e -> ((RegionEvent.Restored) e).region().value())
            .toList();
    assertThat(restores).startsWith("l2").containsExactlyInAnyOrder("l2", "l1", "c", "s");
  }

  @Test
  void watch_degradedPassedRegion_rollsBack() throws Exception {
    world.watchVerdict("c", VerdictCause.GATE);
    world.holdBake("l1");
    world.holdBake("l2");
    start(1);
    finish();
    assertThat(state().outcome()).contains(ReleaseOutcome.ROLLED_BACK);
    assertThat(state().region(new RegionCode("c")).harmed()).isTrue();
  }

  @Test
  void deploy_clusterAway_waitsAndGoesOn() throws Exception {
    world.fails("deploy", "l1", FailureCode.CLUSTER_UNREACHABLE, 1);
    start(1);
    finish();
    assertThat(state().outcome()).contains(ReleaseOutcome.COMPLETED);
    assertThat(ledger.kindsIn("l1")).contains("StepFailed", "RegionObserved", "Deployed");
  }

  @Test
  void darkRegion_isEvacuatedRestoredLastAndReturned() throws Exception {
    world.verdict("l2", VerdictCause.DARK);
    start(1);
    finish();
    assertThat(state().outcome()).contains(ReleaseOutcome.ROLLED_BACK);
    assertThat(ledger.kindsIn("l2"))
        .endsWith("Evacuated", "RegionEnded", "RegionObserved", "Restored", "Returned");
  }

  @Test
  void command_onItsWayWhenTheEndWasRecorded_letsTheRunEndAsWell() throws Exception {
    CountDownLatch baking = world.holdBake("l1");
    WorkflowStub release = start(1);
    baking.await();
    ledger.happened(new ReleaseEvent.ReleaseEnded(ReleaseOutcome.STOPPED, "test", false));
    release.update("command", Void.class, order(CommandKind.PAUSE));
    release.getResult(20, TimeUnit.SECONDS, Void.class);
    assertThat(ledger.history()).noneMatch(ReleaseEvent.Paused.class::isInstance);
  }

  @Test
  void everythingSilent_pausesPagesAndAnAbortUndoes() throws Exception {
    world.verdict("c", VerdictCause.EVERYTHING_SILENT);
    WorkflowStub release = start(1);
    ledger.await(history -> ReleaseState.fold(history).paused().isPresent());
    assertThat(ledger.kindsIn("c")).doesNotContain("Restored");
    release.update("command", Void.class, order(CommandKind.ABORT));
    finish();
    assertThat(state().outcome()).contains(ReleaseOutcome.ABORTED);
    assertThat(state().regions()).noneMatch(region -> region.touched());
    assertThat(ledger.history()).anyMatch(ReleaseEvent.Paged.class::isInstance);
  }

  @Test
  void abort_inMidBake_givesUpAndUndoes() throws Exception {
    CountDownLatch baking = world.holdBake("c");
    WorkflowStub release = start(1);
    assertThat(baking.await(30, TimeUnit.SECONDS)).isTrue();
    release.update("command", Void.class, order(CommandKind.ABORT));
    finish();
    assertThat(state().outcome()).contains(ReleaseOutcome.ABORTED);
    assertThat(ledger.kindsIn("c")).endsWith("RegionEnded", "Restored");
    assertThat(ledger.kindsIn("l1")).isEmpty();
  }

  @Test
  void pauseAndResume_inMidBake_startNothingMeanwhile() throws Exception {
    CountDownLatch baking = world.holdBake("c");
    WorkflowStub release = start(1);
    assertThat(baking.await(30, TimeUnit.SECONDS)).isTrue();
    release.update("command", Void.class, order(CommandKind.PAUSE));
    world.release("c");
    ledger.await(history -> ReleaseState.fold(history).region(new RegionCode("c")).passed());
    try {
      release.startUpdate(
          "command", WorkflowUpdateStage.ACCEPTED, Void.class, order(CommandKind.RESUME));
    } catch (WorkflowNotFoundException e) {
      // The run that took it may have continued as new before the engine answers for it.
      assertThat(e).hasStackTraceContaining("update");
    }
    finish();
    assertThat(state().outcome()).contains(ReleaseOutcome.COMPLETED);
  }

  @Test
  void command_thatDoesNotApply_isRefusedWithTheState() throws Exception {
    CountDownLatch baking = world.holdBake("c");
    WorkflowStub release = start(1);
    assertThat(baking.await(30, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> release.update("command", Void.class, order(CommandKind.RESUME)))
        .isInstanceOf(WorkflowUpdateException.class)
        .hasStackTraceContaining("the release is not paused");
    world.release("c");
    finish();
  }

  @Test
  void run_ofANewerEpoch_goesOnWhereTheLedgerStands() throws Exception {
    CountDownLatch baking = world.holdBake("l1");
    WorkflowStub first = start(1);
    assertThat(baking.await(30, TimeUnit.SECONDS)).isTrue();
    first.terminate("the engine forgot it");
    world.release("l1");
    start(2);
    finish();
    assertThat(state().outcome()).contains(ReleaseOutcome.COMPLETED);
    assertThat(ledger.kindsIn("s")).containsOnlyOnce("Deployed");
    assertThat(ledger.kindsIn("l1")).containsOnlyOnce("RegionStarted");
  }
}
