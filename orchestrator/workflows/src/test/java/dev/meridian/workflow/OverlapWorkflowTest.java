package dev.meridian.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.release.ReleaseState;
import dev.meridian.service.Overlap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two releases of one service, seen from either of them. */
@Timeout(30)
class OverlapWorkflowTest {
  private static final ReleaseId OTHER = new ReleaseId(new UUID(0, 77));

  private final EmbeddedEngine engine = new EmbeddedEngine(Schedules.FIVE_REGIONS);
  private final RememberingLedger ledger = engine.ledger;

  @AfterEach
  void stopEngine() {
    engine.close();
  }

  private ReleaseState state() {
    return ReleaseState.fold(ledger.history());
  }

  private void until(ReleaseOutcome outcome) throws InterruptedException {
    ledger.await(history -> ReleaseState.fold(history).outcome().isPresent());
    assertThat(state().outcome()).contains(outcome);
  }

  private ReleaseEvent.ReleaseStarted started() {
    return (ReleaseEvent.ReleaseStarted) ledger.history().getFirst();
  }

  /** The same, where the policy lets the next release follow. */
  private static ReleaseEvent.ReleaseStarted followed(ReleaseEvent.ReleaseStarted started) {
    return new ReleaseEvent.ReleaseStarted(
        started.service(),
        started.contender(),
        started.image(),
        started.catalogVersion(),
        started.serviceVersion(),
        started.schedule(),
        started.restoreShare(),
        started.by(),
        started.reason(),
        List.of(),
        Overlap.CANARY,
        Optional.empty());
  }

  private void startBehind() {
    ledger.begin(started().after(OTHER));
    engine.start(1);
  }

  private void canaryPassed() throws InterruptedException {
    ledger.await(history -> ReleaseState.fold(history).wavesPassed() == 2);
  }

  @Test
  void younger_waitsBehindCanary_andGoesOnOnceTheOlderHasEnded() throws Exception {
    startBehind();
    canaryPassed();
    engine.neighbours.olderAwaited.await();
    assertThat(state().wave()).isEqualTo(2);
    ledger.happened(new ReleaseEvent.OlderEnded(OTHER, "it has completed"));
    until(ReleaseOutcome.COMPLETED);
  }

  @Test
  void younger_whoseOlderIsTakenBack_leavesCanary() throws Exception {
    startBehind();
    canaryPassed();
    ledger.happened(new ReleaseEvent.OlderTakenBack(OTHER, "harm"));
    until(ReleaseOutcome.ROLLED_BACK);
    assertThat(state().recovery()).contains(RecoveryCause.OLDER_TAKEN_BACK);
    assertThat(state().regions()).noneMatch(RegionProgress::touched);
    assertThat(ledger.history())
        .filteredOn(ReleaseEvent.ReleaseEnded.class::isInstance)
        .allMatch(ended -> ((ReleaseEvent.ReleaseEnded) ended).blameless());
  }

  /** Nobody has told its run of the younger one: it finds that in the ledger. */
  @Test
  void older_takenBack_restoresBeneathTheYoungerOnceThatHasLeft() throws Exception {
    engine.world.verdict("l1", VerdictCause.GATE);
    CountDownLatch baking = engine.world.holdBake("l1");
    engine.start(1);
    baking.await();
    ledger.happened(
        new ReleaseEvent.YoungerStarted(
            OTHER, List.of(new RegionCode("c"), new RegionCode("s")), "it may use canary"));
    engine.world.release("l1");
    engine.neighbours.youngerAwaited.await();
    assertThat(ledger.kindsIn("c")).doesNotContain("Restored");
    ledger.happened(new ReleaseEvent.YoungerLeft(OTHER, "it has ended"));
    until(ReleaseOutcome.ROLLED_BACK);
    assertThat(ledger.kindsIn("c")).contains("Restored");
    assertThat(ledger.kindsIn("s")).contains("Restored");
  }

  @Test
  void older_whoseWatchIsRefused_foldsAndWatchesOn() throws Exception {
    CountDownLatch baking = engine.world.holdBake("h");
    CountDownLatch refused = engine.world.refuseWatch();
    engine.start(1);
    baking.await();
    ledger.happened(
        new ReleaseEvent.YoungerStarted(OTHER, List.of(new RegionCode("c")), "it may use canary"));
    refused.countDown();
    engine.neighbours.youngerAwaited.await();
    ledger.happened(new ReleaseEvent.YoungerLeft(OTHER, "it has ended"));
    engine.world.release("h");
    until(ReleaseOutcome.COMPLETED);
    assertThat(ledger.history()).noneMatch(RegionEvent.Restored.class::isInstance);
  }

  @Test
  void older_thatMayBeFollowed_hearsOfTheYoungerWhileItBakes() throws Exception {
    ledger.begin(followed(started()));
    CountDownLatch baking = engine.world.holdBake("h");
    engine.start(1);
    baking.await();
    ledger.happened(
        new ReleaseEvent.YoungerStarted(OTHER, List.of(new RegionCode("c")), "it may use canary"));
    engine.neighbours.youngerAwaited.await();
    engine.world.release("h");
    until(ReleaseOutcome.COMPLETED);
  }
}
