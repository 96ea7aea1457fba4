package dev.meridian.ledger.contract;

import static dev.meridian.ledger.contract.Samples.CHECKOUT;
import static dev.meridian.ledger.contract.Samples.FRANKFURT;
import static dev.meridian.ledger.contract.Samples.NOON;
import static dev.meridian.ledger.contract.Samples.event;
import static dev.meridian.ledger.contract.Samples.newRelease;
import static dev.meridian.ledger.contract.Samples.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.Releases.Phase;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.SupersededException;
import dev.meridian.ledger.projection.ReleaseProjection;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.release.PauseCause;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link dev.meridian.ledger.ReleaseLedger} promises, and the rows that it draws. */
abstract class ReleaseLedgerContract {
  abstract Ports ports();

  @BeforeEach
  void start() {
    ports().releases().start(newRelease(release(1), CHECKOUT, FRANKFURT), Optional.empty());
  }

  private void record(String key, ReleaseEvent event) {
    ports().releaseLedger().record(release(1), 1, "meridian", event(key, event));
  }

  private ReleaseRow row() {
    return ports().releases().find(release(1)).orElseThrow();
  }

  @Test
  void record_event_isFoundByKeyAndInHistory() {
    Recorded<ReleaseEvent.WaveStarted> recorded =
        ports()
            .releaseLedger()
            .record(
                release(1),
                1,
                "meridian",
                event("w1", new ReleaseEvent.WaveStarted(1, List.of(FRANKFURT), "first")));

    assertThat(recorded.seq()).isEqualTo(2);
    assertThat(recorded.at()).isEqualTo(NOON.plusSeconds(60));
    assertThat(ports().releaseLedger().find("w1").orElseThrow().event())
        .isEqualTo(recorded.event());
    assertThat(ports().releaseLedger().history(release(1)))
        .extracting(Recorded::event)
        .containsExactly(newRelease(release(1), CHECKOUT, FRANKFURT).started(), recorded.event());
    assertThat(row().seq()).isEqualTo(2);
  }

  @Test
  void record_sameKeyAgain_returnsTheFirstEvent() {
    record("p", new ReleaseEvent.Paged("first"));
    Recorded<ReleaseEvent.Paged> again =
        ports()
            .releaseLedger()
            .record(release(1), 1, "meridian", event("p", new ReleaseEvent.Paged("second")));

    assertThat(again.event().sentence()).isEqualTo("first");
    assertThat(again.seq()).isEqualTo(2);
    assertThat(ports().releaseLedger().history(release(1))).hasSize(2);
  }

  @Test
  void exclusively_whatIsRead_holdsUntilItIsWritten() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    Thread other =
        Thread.ofVirtual()
            .unstarted(() -> {
              reading.countDown();
              record("other", new ReleaseEvent.Paged("other"));
            });
    long seen =
        ports()
            .releaseLedger()
            .exclusively(
                release(1),
                () -> {
                  long before = ports().releaseLedger().history(release(1)).size();
                  other.start();
                  awaitQuietly(reading);
                  record("own", new ReleaseEvent.Paged("own"));
                  assertThat(ports().releaseLedger().history(release(1))).hasSize((int) before + 1);
                  return before;
                });
    other.join();

    assertThat(ports().releaseLedger().find("own").orElseThrow().seq()).isEqualTo(seen + 1);
    assertThat(ports().releaseLedger().find("other").orElseThrow().seq()).isEqualTo(seen + 2);
  }

  @Test
  void exclusively_anException_leavesNothingBehind() {
    assertThatThrownBy(() ->
            ports()
                .releaseLedger()
                .exclusively(
                    release(1),
                    () -> {
                      throw new IllegalStateException("given up");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("given up");

    assertThat(ports().releaseLedger().history(release(1))).hasSize(1);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void record_keyOfAnotherKind_isRefused() {
    record("p", new ReleaseEvent.Paged("first"));

    assertThatThrownBy(() -> record("p", new ReleaseEvent.WavePassed(1, "good")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("key p belongs to an event of kind paged");
  }

  @Test
  void record_pausedAndResumed_movesThePhaseThereAndBack() {
    record("p", new ReleaseEvent.Paused(PauseCause.REQUESTED, "ada", "lunch"));
    assertThat(row().phase()).isEqualTo(Phase.PAUSED);
    assertThat(row().reason()).isEqualTo("lunch");

    record("r", new ReleaseEvent.Resumed("ada", "back"));
    assertThat(row().phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void record_resumedInRecovery_isRecoveringStill() {
    record("rec", new ReleaseEvent.RecoveryStarted(RecoveryCause.DEGRADED, "errors in hangul"));
    record("p", new ReleaseEvent.Paused(PauseCause.RESTORE_FAILED, "meridian", "stuck"));
    record("r", new ReleaseEvent.Resumed("ada", "try again"));

    assertThat(row().phase()).isEqualTo(Phase.RECOVERING);
    assertThat(row().recovery()).contains(RecoveryCause.DEGRADED);
  }

  @Test
  void record_ended_isTerminalWhateverComesLater() {
    record("e", new ReleaseEvent.ReleaseEnded(ReleaseOutcome.COMPLETED, "every region passed"));
    record("late", new ReleaseEvent.Resumed("ada", "a slow handler"));

    assertThat(row().phase()).isEqualTo(Phase.ENDED);
    assertThat(row().outcome()).contains(ReleaseOutcome.COMPLETED);
    assertThat(row().endedAt()).contains(NOON.plusSeconds(60));
    assertThat(row().reason()).isEqualTo("every region passed");
    assertThat(row().seq()).isEqualTo(3);
    assertThat(ports().releases().unfinished()).isEmpty();
  }

  @Test
  void record_rolledBack_marksTheContenderBad() {
    record("e", new ReleaseEvent.ReleaseEnded(ReleaseOutcome.ROLLED_BACK, "errors"));

    assertThat(ports().releases().badMarks(CHECKOUT))
        .singleElement()
        .satisfies(mark -> {
          assertThat(mark.revision()).isEqualTo(Samples.REVISION);
          assertThat(mark.by()).isEqualTo(release(1));
          assertThat(mark.reason()).isEqualTo("errors");
        });
  }

  @Test
  void record_endedOtherwise_marksNothing() {
    record("e", new ReleaseEvent.ReleaseEnded(ReleaseOutcome.ABORTED, "a person said so"));

    assertThat(ports().releases().badMarks(CHECKOUT)).isEmpty();
  }

  @Test
  void record_endedRolledBackWithoutBlame_marksNothing() {
    record("e", new ReleaseEvent.ReleaseEnded(ReleaseOutcome.ROLLED_BACK, "a region died", true));

    assertThat(ports().releases().badMarks(CHECKOUT)).isEmpty();
  }

  @Test
  void record_regionOwedThenRestored_owesUntilSettled() {
    record("o", new RegionEvent.RegionOwed(FRANKFURT, 1, "cluster away"));
    assertThat(ports().releases().owed(CHECKOUT)).containsExactly(FRANKFURT);
    assertThat(ports().releases().owed()).as("the release is still at it").isEmpty();

    record("e", new ReleaseEvent.ReleaseEnded(ReleaseOutcome.ABORTED, "all but one"));
    record("r", new RegionEvent.Restored(FRANKFURT, 1, List.of(), "the incumbent serves"));
    assertThat(ports().releases().owed(CHECKOUT)).containsExactly(FRANKFURT);
    assertThat(ports().releases().owed())
        .containsExactly(new Releases.OwedRegion(release(1), Samples.CHECKOUT, FRANKFURT, 1));

    record("s", new RegionEvent.RegionSettled(FRANKFURT, 1, "its traffic is back"));
    assertThat(ports().releases().owed(CHECKOUT)).isEmpty();
    assertThat(ports().releases().owed()).isEmpty();
  }

  @Test
  void record_afterEpochWasRaised_refusesTheLower() {
    assertThat(ports().releases().raiseEpoch(release(1), 1)).isTrue();

    assertThatThrownBy(() -> record("p", new ReleaseEvent.Paged("too late")))
        .isInstanceOf(SupersededException.class);
    assertThat(row().epoch()).isEqualTo(2);
  }

  @Test
  void record_releaseWithoutRow_isKeptInItsChain() {
    ports()
        .releaseLedger()
        .record(release(9), 1, "meridian", event("lonely", new ReleaseEvent.Paged("anyone?")));

    assertThat(ports().releaseLedger().history(release(9))).hasSize(1);
    assertThat(ports().releases().find(release(9))).isEmpty();
  }

  @Test
  void row_afterManyEvents_isWhatItsHistorySays() {
    record("p", new ReleaseEvent.Paused(PauseCause.REQUESTED, "ada", "lunch"));
    record("r", new ReleaseEvent.Resumed("ada", "back"));
    record("rec", new ReleaseEvent.RecoveryStarted(RecoveryCause.CHECK_FAILED, "test failed"));
    record("e", new ReleaseEvent.ReleaseEnded(ReleaseOutcome.ROLLED_BACK, "undone"));

    ReleaseRow drawn = ReleaseProjection.first(newRelease(release(1), CHECKOUT, FRANKFURT));
    for (Recorded<ReleaseEvent> recorded :
        ports().releaseLedger().history(release(1)).stream().skip(1).toList()) {
      drawn = ReleaseProjection.after(drawn, recorded);
    }
    assertThat(row()).isEqualTo(drawn);
  }
}
