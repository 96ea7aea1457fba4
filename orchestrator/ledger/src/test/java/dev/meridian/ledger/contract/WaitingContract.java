package dev.meridian.ledger.contract;

import static dev.meridian.ledger.contract.Samples.CHECKOUT;
import static dev.meridian.ledger.contract.Samples.FRANKFURT;
import static dev.meridian.ledger.contract.Samples.NOON;
import static dev.meridian.ledger.contract.Samples.REVISION;
import static dev.meridian.ledger.contract.Samples.SEARCH;
import static dev.meridian.ledger.contract.Samples.TOKYO;
import static dev.meridian.ledger.contract.Samples.event;
import static dev.meridian.ledger.contract.Samples.newRelease;
import static dev.meridian.ledger.contract.Samples.patient;
import static dev.meridian.ledger.contract.Samples.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.Releases.IdempotencyKey;
import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.Releases.Phase;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.Releases.Started;
import dev.meridian.ledger.WaitingReleases.Turn;
import dev.meridian.ledger.WaitingReleases.Unstarted;
import dev.meridian.ledger.projection.ReleaseProjection;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseEvent.ReleaseWaits;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.release.ReleaseState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link dev.meridian.ledger.WaitingReleases} promises, behind an active release. */
abstract class WaitingContract {
  private static final Optional<IdempotencyKey> KEY = Optional.of(new IdempotencyKey("ci-1", "r1"));

  abstract Ports ports();

  @BeforeEach
  void active() {
    assertThat(wish(1)).isInstanceOf(Started.Accepted.class);
  }

  private Started wish(int number) {
    return ports().releases().start(wished(number), Optional.empty());
  }

  private static NewRelease wished(int number) {
    return patient(newRelease(release(number), CHECKOUT, FRANKFURT));
  }

  private ReleaseRow row(int number) {
    return ports().releases().find(release(number)).orElseThrow();
  }

  private List<ReleaseEvent> history(int number) {
    return ports().releaseLedger().history(release(number)).stream().map(Recorded::event).toList();
  }

  private void record(int number, ReleaseEvent event) {
    ports()
        .releaseLedger()
        .record(release(number), 1, "meridian", event(number + "/" + event, event));
  }

  private void end(int number, ReleaseOutcome outcome) {
    record(number, new ReleaseEvent.ReleaseEnded(outcome, "over"));
  }

  @Test
  void start_whileAnotherIsActive_isWrittenDownAndRunsNowhere() {
    assertThat(wish(2)).isEqualTo(new Started.Waits(row(2)));

    assertThat(row(2).phase()).isEqualTo(Phase.WAITING);
    assertThat(history(2))
        .containsExactly(
            ReleaseWaits.of(
                wished(2).started(),
                release(1),
                release(1) + " is active; of those that wait the newest is kept"));
    assertThat(ports().releases().plan(release(2))).isEmpty();
    assertThat(ports().releases().unfinished()).extracting(ReleaseRow::id).containsOnly(release(1));
    assertThat(ports().releases().raiseEpoch(release(2), 1)).isFalse();
    assertThat(ports().waiting().due()).isEmpty();
  }

  @Test
  void start_waiting_isRepeatedUnderItsKey() {
    ports().releases().start(wished(2), KEY);

    assertThat(ports().releases().start(wished(3), KEY)).isEqualTo(new Started.Repeated(row(2)));
    assertThat(ports().releases().find(release(3))).isEmpty();
  }

  @Test
  void start_newerWish_supersedesTheOneThatWaited() {
    wish(2);
    wish(3);

    assertThat(row(2).phase()).isEqualTo(Phase.ENDED);
    assertThat(row(2).outcome()).contains(ReleaseOutcome.SUPERSEDED);
    assertThat(history(2).getLast())
        .isEqualTo(
            new ReleaseEvent.ReleaseEnded(
                ReleaseOutcome.SUPERSEDED,
                "release " + release(3) + " came after it: of those that wait the newest is kept"));
    assertThat(row(3).phase()).isEqualTo(Phase.WAITING);
  }

  @Test
  void start_serviceIsFreeAndAnOlderOneStillWaits_startsAndSupersedesIt() {
    wish(2);
    end(1, ReleaseOutcome.COMPLETED);

    assertThat(wish(3)).isInstanceOf(Started.Accepted.class);

    assertThat(row(2).outcome()).contains(ReleaseOutcome.SUPERSEDED);
    assertThat(ports().waiting().due()).isEmpty();
  }

  @Test
  void turn_afterTheEnd_startsItAsItIsPlannedThen() {
    wish(2);
    assertThat(ports().waiting().start(wished(2))).isInstanceOf(Turn.NotTaken.class);
    end(1, ReleaseOutcome.COMPLETED);
    assertThat(ports().waiting().due()).containsExactly(row(2));
    NewRelease planned = patient(newRelease(release(2), CHECKOUT, FRANKFURT, TOKYO));

    assertThat(ports().waiting().start(planned)).isEqualTo(new Turn.Began(row(2)));

    assertThat(row(2).phase()).isEqualTo(Phase.RUNNING);
    assertThat(ports().releases().plan(release(2))).contains(planned.plan());
    assertThat(ReleaseState.fold(history(2))).isEqualTo(ReleaseState.of(planned.started()));
    assertThat(ports().waiting().start(planned)).isEqualTo(new Turn.Gone());
    assertThat(ports().waiting().due()).isEmpty();
  }

  @Test
  void turn_revisionMarkedBadMeanwhile_isNotTaken() {
    wish(2);
    end(1, ReleaseOutcome.ROLLED_BACK);

    assertThat(ports().waiting().start(wished(2)))
        .isInstanceOfSatisfying(
            Turn.NotTaken.class, turn -> assertThat(turn.why().passes()).isFalse());
    assertThat(row(2).phase()).isEqualTo(Phase.WAITING);
  }

  @Test
  void turn_regionStillOwed_passesByItself() {
    wish(2);
    record(1, new RegionEvent.RegionOwed(FRANKFURT, 1, "cluster away"));
    end(1, ReleaseOutcome.ABORTED);

    assertThat(ports().waiting().due()).isEmpty();
    assertThat(ports().waiting().start(wished(2)))
        .isEqualTo(new Turn.NotTaken(new Started.Owed(release(1), List.of(FRANKFURT))));

    record(1, new RegionEvent.RegionSettled(FRANKFURT, 1, "restored"));
    assertThat(ports().waiting().due()).containsExactly(row(2));
    assertThat(ports().waiting().start(wished(2))).isInstanceOf(Turn.Began.class);
  }

  @Test
  void end_whileItWaits_isOnRecordWithWhoAndWhy_andOnlyOnce() {
    wish(2);
    Unstarted aborted = new Unstarted(ReleaseOutcome.ABORTED, "ada", "wrong build", NOON);

    assertThat(ports().waiting().end(release(2), aborted)).isTrue();
    assertThat(ports().waiting().end(release(2), aborted)).isFalse();
    assertThat(ports().waiting().end(release(1), aborted)).isFalse();

    assertThat(history(2).subList(1, 3))
        .containsExactly(
            new ReleaseEvent.AbortRequested("ada", "wrong build"),
            new ReleaseEvent.ReleaseEnded(ReleaseOutcome.ABORTED, "wrong build"));
    assertThat(row(2).outcome()).contains(ReleaseOutcome.ABORTED);
    assertThat(row(1).phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void row_drawnAgainFromTheHistory_isTheSame() {
    wish(2);
    end(1, ReleaseOutcome.COMPLETED);
    ports().waiting().start(wished(2));
    end(2, ReleaseOutcome.STOPPED);

    ReleaseRow drawn = ReleaseProjection.waiting(wished(2));
    for (Recorded<ReleaseEvent> event :
        ports().releaseLedger().history(release(2)).stream().skip(1).toList()) {
      drawn = ReleaseProjection.after(drawn, event);
    }

    assertThat(drawn).isEqualTo(row(2));
    assertThat(row(2).contender()).isEqualTo(REVISION);
  }

  @Test
  void start_manyPatientOnesAtOnce_oneWaitsAndTheOthersAreSuperseded() throws Exception {
    List<Started> answers = atOnce(number -> wish(number + 1));

    assertThat(answers).allSatisfy(it -> assertThat(it).isInstanceOf(Started.Waits.class));
    assertThat(inPhase(Phase.WAITING)).hasSize(1);
    assertThat(inPhase(Phase.RUNNING)).hasSize(1);
    assertThat(inPhase(Phase.ENDED))
        .hasSize(15)
        .allSatisfy(row -> assertThat(row.outcome()).contains(ReleaseOutcome.SUPERSEDED));
  }

  @Test
  void turn_takenByManyWhileAnotherComes_leavesOneActive() throws Exception {
    wish(2);
    end(1, ReleaseOutcome.COMPLETED);

    atOnce(number -> number == 8 ? wish(3) : ports().waiting().start(wished(2)));

    assertThat(inPhase(Phase.RUNNING)).hasSize(1);
    ReleaseRow second = row(2);
    assertThat(row(3).phase())
        .isEqualTo(second.phase() == Phase.RUNNING ? Phase.WAITING : Phase.RUNNING);
    assertThat(history(2).stream().filter(ReleaseEvent.ReleaseStarted.class::isInstance))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void start_anotherService_doesNotWait() {
    assertThat(
            ports()
                .releases()
                .start(patient(newRelease(release(2), SEARCH, FRANKFURT)), Optional.empty()))
        .isInstanceOf(Started.Accepted.class);
  }

  private List<ReleaseRow> inPhase(Phase phase) {
    return ports().releases().list(Optional.of(CHECKOUT), Optional.empty(), 99).stream()
        .filter(row -> row.phase() == phase)
        .toList();
  }

  private interface Numbered<T> {
    T call(int number);
  }

  private static <T> List<T> atOnce(Numbered<T> numbered) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Callable<T>> calls =
          IntStream.rangeClosed(1, 16)
              .mapToObj(number -> (Callable<T>) () -> numbered.call(number))
              .toList();
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
