package dev.meridian.ledger.contract;

import static dev.meridian.ledger.contract.Samples.FRANKFURT;
import static dev.meridian.ledger.contract.Samples.PARIS;
import static dev.meridian.ledger.contract.Samples.TOKYO;
import static dev.meridian.ledger.contract.Samples.event;
import static dev.meridian.ledger.contract.Samples.release;
import static dev.meridian.ledger.contract.Samples.worldwide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.Releases.Phase;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.Releases.Started;
import dev.meridian.ledger.WaitingReleases.Turn;
import dev.meridian.ledger.projection.ReleaseProjection;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.region.RegionCode;
import dev.meridian.release.Neighbours;
import dev.meridian.release.PauseCause;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.release.ReleaseState;
import dev.meridian.service.Overlap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two releases of a service whose policy lets the next one use staging and canary. */
abstract class OverlapContract {
  abstract Ports ports();

  @BeforeEach
  void first() {
    assertThat(wish(1)).isInstanceOf(Started.Accepted.class);
  }

  private static NewRelease wished(int number) {
    return worldwide(number, Overlap.CANARY);
  }

  private Started wish(int number) {
    return ports().releases().start(wished(number), Optional.empty());
  }

  private Turn turn(int number) {
    return ports().waiting().start(wished(number));
  }

  private ReleaseRow row(int number) {
    return ports().releases().find(release(number)).orElseThrow();
  }

  private List<ReleaseEvent> history(int number) {
    return ports().releaseLedger().history(release(number)).stream().map(Recorded::event).toList();
  }

  private ReleaseState state(int number) {
    return ReleaseState.fold(history(number));
  }

  private void record(int number, ReleaseEvent event) {
    ports()
        .releaseLedger()
        .record(
            release(number), row(number).epoch(), "meridian", event(number + "/" + event, event));
  }

  private void passes(int number, int wave, RegionCode region) {
    record(number, new ReleaseEvent.WaveStarted(wave, List.of(region), "next"));
    record(number, new RegionEvent.DeployIntended(region, 1, "00"));
    record(number, new RegionEvent.RegionEnded(region, 1, RegionEnd.PASSED, "healthy"));
    record(number, new ReleaseEvent.WavePassed(wave, "all of it"));
  }

  private void passesCanary(int number) {
    passes(number, 1, PARIS);
    passes(number, 2, TOKYO);
  }

  private void ends(int number, ReleaseOutcome outcome) {
    record(number, new ReleaseEvent.ReleaseEnded(outcome, "over"));
  }

  @Test
  void start_onceTheActiveOneHasPassedCanary_startsBehindIt() {
    passesCanary(1);

    assertThat(wish(2)).isEqualTo(new Started.Accepted(row(2)));

    assertThat(row(2).phase()).isEqualTo(Phase.RUNNING);
    assertThat(row(2).place().behind()).contains(release(1));
    assertThat(row(1).place().followedBy()).contains(release(2));
    assertThat(history(2)).containsExactly(wished(2).started().after(release(1)));
    assertThat(history(1).getLast())
        .isEqualTo(
            new ReleaseEvent.YoungerStarted(
                release(2),
                List.of(TOKYO, PARIS),
                "this one has passed canary: that one may use it"));
    assertThat(state(1).neighbours().younger())
        .map(Neighbours.Younger::release)
        .contains(release(2));
    assertThat(ports().releases().unfinished())
        .extracting(ReleaseRow::id)
        .containsExactly(release(1), release(2));
  }

  @Test
  void start_inALaterEpochOfTheActiveOne_isHeardByThatRun() {
    passesCanary(1);
    ports().releases().raiseEpoch(release(1), 1);

    assertThat(wish(2)).isInstanceOf(Started.Accepted.class);
    record(1, new ReleaseEvent.WaveStarted(3, List.of(FRANKFURT), "next"));
  }

  @Test
  void start_activeOneStillInCanary_waits() {
    passes(1, 1, PARIS);
    assertThat(wish(2)).isInstanceOf(Started.Waits.class);
    assertThat(ports().waiting().due()).isEmpty();
    assertThat(turn(2)).isEqualTo(new Turn.NotTaken(new Started.Busy(row(1))));
  }

  @Test
  void start_activeOnePaused_waitsUntilItGoesOn() {
    passesCanary(1);
    record(1, new ReleaseEvent.Paused(PauseCause.REQUESTED, "ada", "let me look"));
    assertThat(wish(2)).isInstanceOf(Started.Waits.class);
    assertThat(ports().waiting().due()).isEmpty();

    record(1, new ReleaseEvent.Resumed("ada", "fine"));
    assertThat(ports().waiting().due()).containsExactly(row(2));
  }

  @Test
  void start_activeOneWithoutOverlapInItsPolicy_waits() {
    ends(1, ReleaseOutcome.COMPLETED);
    ports().releases().start(worldwide(2, Overlap.NONE), Optional.empty());
    passesCanary(2);

    assertThat(wish(3)).isInstanceOf(Started.Waits.class);
    assertThat(ports().waiting().due()).isEmpty();
  }

  @Test
  void turn_asSoonAsTheActiveOneHasPassedCanary_startsBehindIt() {
    assertThat(wish(2)).isInstanceOf(Started.Waits.class);
    passes(1, 1, PARIS);
    assertThat(ports().waiting().due()).isEmpty();
    passes(1, 2, TOKYO);
    assertThat(ports().waiting().due()).containsExactly(row(2));

    assertThat(turn(2)).isEqualTo(new Turn.Began(row(2)));

    assertThat(row(2).place().behind()).contains(release(1));
    assertThat(state(2).neighbours().older()).map(Neighbours.Older::release).contains(release(1));
    assertThat(state(1).neighbours().younger()).isPresent();
  }

  @Test
  void start_aThird_waitsForTheYoungerOfTwo() {
    passesCanary(1);
    wish(2);
    passesCanary(2);

    assertThat(wish(3)).isInstanceOf(Started.Waits.class);

    assertThat(history(3).getFirst())
        .isInstanceOfSatisfying(
            ReleaseEvent.ReleaseWaits.class,
            waits -> assertThat(waits.behind()).isEqualTo(release(2)));
    assertThat(ports().waiting().due()).isEmpty();
    assertThat(turn(3)).isEqualTo(new Turn.NotTaken(new Started.Busy(row(2))));
  }

  @Test
  void turn_olderHasEndedAndTheYoungerHasNotHeardOfIt_waitsUntilItHas() {
    passesCanary(1);
    wish(2);
    passesCanary(2);
    wish(3);
    ends(1, ReleaseOutcome.COMPLETED);
    assertThat(ports().waiting().due()).isEmpty();
    assertThat(turn(3)).isInstanceOf(Turn.NotTaken.class);

    record(2, new ReleaseEvent.OlderEnded(release(1), "completed"));

    assertThat(row(2).place().behind()).isEmpty();
    assertThat(ports().waiting().due()).containsExactly(row(3));
    assertThat(turn(3)).isInstanceOf(Turn.Began.class);
    assertThat(row(3).place().behind()).contains(release(2));
  }

  @Test
  void start_afterTheYoungerHasLeft_mayFollowAgain() {
    passesCanary(1);
    wish(2);
    ends(2, ReleaseOutcome.ABORTED);
    assertThat(wish(3)).isInstanceOf(Started.Waits.class);
    assertThat(ports().waiting().due()).isEmpty();

    record(1, new ReleaseEvent.YoungerLeft(release(2), "it was aborted"));

    assertThat(ports().waiting().due()).containsExactly(row(3));
    assertThat(turn(3)).isInstanceOf(Turn.Began.class);
    assertThat(row(3).place().behind()).contains(release(1));
    assertThat(row(2).place().behind()).isEmpty();
  }

  @Test
  void start_recoveryOfTheActiveOneOnRecordFirst_waits() {
    passesCanary(1);
    record(1, new ReleaseEvent.RecoveryStarted(RecoveryCause.DEGRADED, "5 % fail"));

    assertThat(wish(2)).isInstanceOf(Started.Waits.class);

    assertThat(ports().waiting().due()).isEmpty();
    assertThat(state(1).neighbours()).isEqualTo(Neighbours.NONE);
  }

  @Test
  void start_whileTheActiveOneBeginsRecovery_isBeforeItOrWaits() throws Exception {
    passesCanary(1);
    Callable<Started> start = () -> wish(2);
    Callable<Boolean> recovery =
        () -> {
          record(1, new ReleaseEvent.RecoveryStarted(RecoveryCause.DEGRADED, "5 % fail"));
          return true;
        };
    Started answer;
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<Boolean> recovering = threads.submit(recovery);
      answer = threads.submit(start).get();
      recovering.get();
    }

    List<ReleaseEvent> older = history(1);
    boolean followed =
        older.get(older.size() - 2) instanceof ReleaseEvent.YoungerStarted
            && older.getLast() instanceof ReleaseEvent.RecoveryStarted;
    assertThat(answer).isInstanceOf(followed ? Started.Accepted.class : Started.Waits.class);
    assertThat(older.stream().anyMatch(ReleaseEvent.YoungerStarted.class::isInstance))
        .isEqualTo(followed);
  }

  @Test
  void rows_drawnAgainFromTheirHistories_areTheSame() {
    passesCanary(1);
    wish(2);
    ends(1, ReleaseOutcome.COMPLETED);
    record(2, new ReleaseEvent.OlderEnded(release(1), "completed"));
    passes(2, 1, PARIS);

    assertThat(drawn(wished(1), 1)).isEqualTo(row(1));
    assertThat(drawn(wished(2).after(release(1)), 2)).isEqualTo(row(2));
  }

  private ReleaseRow drawn(NewRelease begun, int number) {
    ReleaseRow drawn = ReleaseProjection.first(begun);
    for (Recorded<ReleaseEvent> event :
        ports().releaseLedger().history(release(number)).stream().skip(1).toList()) {
      drawn = ReleaseProjection.after(drawn, event);
    }
    return drawn;
  }
}
