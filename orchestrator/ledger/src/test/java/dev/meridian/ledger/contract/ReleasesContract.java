package dev.meridian.ledger.contract;

import static dev.meridian.ledger.contract.Samples.CHECKOUT;
import static dev.meridian.ledger.contract.Samples.FRANKFURT;
import static dev.meridian.ledger.contract.Samples.NOON;
import static dev.meridian.ledger.contract.Samples.REVISION;
import static dev.meridian.ledger.contract.Samples.SEARCH;
import static dev.meridian.ledger.contract.Samples.TOKYO;
import static dev.meridian.ledger.contract.Samples.event;
import static dev.meridian.ledger.contract.Samples.newRelease;
import static dev.meridian.ledger.contract.Samples.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.Releases.IdempotencyKey;
import dev.meridian.ledger.Releases.LiftedMark;
import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.Releases.Phase;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.Releases.Started;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.region.ServiceName;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Releases} promises. */
abstract class ReleasesContract {
  private static final Optional<IdempotencyKey> NO_KEY = Optional.empty();
  private static final Optional<IdempotencyKey> KEY = Optional.of(new IdempotencyKey("ci-1", "r1"));

  abstract Ports ports();

  private Releases releases() {
    return ports().releases();
  }

  private Started start(int number, ServiceName service, Optional<IdempotencyKey> key) {
    return releases().start(newRelease(release(number), service, FRANKFURT), key);
  }

  private void end(int number, ReleaseOutcome outcome) {
    record(number, "end", new ReleaseEvent.ReleaseEnded(outcome, "over"));
  }

  private void record(int number, String key, ReleaseEvent event) {
    ports()
        .releaseLedger()
        .record(release(number), 1, "meridian", event(number + "/" + key, event));
  }

  @Test
  void start_freeService_isAcceptedWithRowPlanAndFirstEvent() {
    NewRelease asked = newRelease(release(1), CHECKOUT, FRANKFURT);

    ReleaseRow row = ((Started.Accepted) releases().start(asked, NO_KEY)).release();

    assertThat(row.phase()).isEqualTo(Phase.RUNNING);
    assertThat(row.epoch()).isEqualTo(1);
    assertThat(row.startedAt()).isEqualTo(NOON);
    assertThat(row.parameters()).isEqualTo(Map.of("replicas", "3"));
    assertThat(releases().find(release(1))).contains(row);
    assertThat(releases().plan(release(1))).contains(asked.plan());
    assertThat(ports().releaseLedger().history(release(1)))
        .singleElement()
        .satisfies(first -> assertThat(first.event()).isEqualTo(asked.started()));
  }

  @Test
  void start_sameKeyAndRequest_repeatsTheFirstAnswerEvenAfterTheEnd() {
    start(1, CHECKOUT, KEY);
    end(1, ReleaseOutcome.COMPLETED);

    assertThat(start(2, CHECKOUT, KEY))
        .isInstanceOfSatisfying(
            Started.Repeated.class,
            repeated -> assertThat(repeated.release().id()).isEqualTo(release(1)));
    assertThat(releases().find(release(2))).isEmpty();
  }

  @Test
  void start_sameKeyOtherRequest_isKeyReused() {
    start(1, CHECKOUT, KEY);

    assertThat(start(2, SEARCH, Optional.of(new IdempotencyKey("ci-1", "r2"))))
        .isEqualTo(new Started.KeyReused("ci-1"));
  }

  @Test
  void start_keyOlderThanADay_isForgotten() {
    start(1, CHECKOUT, KEY);
    end(1, ReleaseOutcome.COMPLETED);
    NewRelease first = newRelease(release(2), CHECKOUT, FRANKFURT);
    NewRelease nextDay =
        new NewRelease(
            first.id(),
            first.started(),
            first.parameters(),
            first.plan(),
            first.whileActive(),
            NOON.plus(Duration.ofHours(24)));

    assertThat(releases().start(nextDay, KEY)).isInstanceOf(Started.Accepted.class);
  }

  @Test
  void answered_byKey_tellsWhatAStartWouldBeAnsweredWithForADay() {
    IdempotencyKey key = KEY.orElseThrow();
    assertThat(releases().answered(key, NOON)).isEmpty();
    start(1, CHECKOUT, KEY);

    assertThat(releases().answered(key, NOON.plus(Duration.ofHours(23))))
        .contains(new Started.Repeated(releases().find(release(1)).orElseThrow()));
    assertThat(releases().answered(new IdempotencyKey("ci-1", "r2"), NOON))
        .contains(new Started.KeyReused("ci-1"));
    assertThat(releases().answered(key, NOON.plus(Duration.ofHours(24)))).isEmpty();
  }

  @Test
  void start_refused_leavesTheKeyFree() {
    start(1, CHECKOUT, NO_KEY);
    assertThat(start(2, CHECKOUT, KEY)).isInstanceOf(Started.Busy.class);
    end(1, ReleaseOutcome.COMPLETED);

    assertThat(start(2, CHECKOUT, KEY)).isInstanceOf(Started.Accepted.class);
  }

  @Test
  void start_whileAnotherIsActive_isBusy() {
    start(1, CHECKOUT, NO_KEY);

    assertThat(start(2, CHECKOUT, NO_KEY))
        .isInstanceOfSatisfying(
            Started.Busy.class, busy -> assertThat(busy.active().id()).isEqualTo(release(1)));
    assertThat(start(3, SEARCH, NO_KEY)).isInstanceOf(Started.Accepted.class);
  }

  @Test
  void start_regionStillOwed_isOwedUnlessItIsLeftOut() {
    start(1, CHECKOUT, NO_KEY);
    record(1, "owed", new RegionEvent.RegionOwed(FRANKFURT, 1, "cluster away"));
    end(1, ReleaseOutcome.ABORTED);

    assertThat(releases().start(newRelease(release(2), CHECKOUT, FRANKFURT, TOKYO), NO_KEY))
        .isEqualTo(new Started.Owed(release(1), List.of(FRANKFURT)));
    assertThat(releases().start(newRelease(release(3), CHECKOUT, TOKYO), NO_KEY))
        .isInstanceOf(Started.Accepted.class);
    end(3, ReleaseOutcome.COMPLETED);

    record(1, "settled", new RegionEvent.RegionSettled(FRANKFURT, 1, "restored"));
    assertThat(releases().start(newRelease(release(4), CHECKOUT, FRANKFURT, TOKYO), NO_KEY))
        .isInstanceOf(Started.Accepted.class);
  }

  @Test
  void start_revisionMarkedBad_isRefusedUntilLifted() {
    start(1, CHECKOUT, NO_KEY);
    end(1, ReleaseOutcome.ROLLED_BACK);
    assertThat(start(2, CHECKOUT, NO_KEY))
        .isInstanceOfSatisfying(
            Started.MarkedBad.class, bad -> assertThat(bad.mark().by()).isEqualTo(release(1)));

    LiftedMark lift = new LiftedMark(CHECKOUT, REVISION, "ada", "it was the network", NOON);
    assertThat(releases().liftBadMark(lift)).isTrue();
    assertThat(releases().liftBadMark(lift)).isFalse();

    assertThat(releases().badMarks(CHECKOUT)).isEmpty();
    assertThat(ports().ledger().read(Subject.document("service", "checkout"), 0, 10))
        .extracting(LedgerEntry::type)
        .containsExactly("bad-mark-lifted");
    assertThat(start(2, CHECKOUT, NO_KEY)).isInstanceOf(Started.Accepted.class);
  }

  @Test
  void start_manyAtOnceForOneService_acceptsExactlyOne() throws Exception {
    List<Started> answers = atOnce(number -> start(number, CHECKOUT, NO_KEY));

    assertThat(answers).filteredOn(Started.Accepted.class::isInstance).hasSize(1);
    ReleaseId active =
        answers.stream()
            .filter(Started.Accepted.class::isInstance)
            .map(answer -> ((Started.Accepted) answer).release().id())
            .findFirst()
            .orElseThrow();
    assertThat(answers)
        .filteredOn(answer -> !(answer instanceof Started.Accepted))
        .allSatisfy(answer -> assertThat(((Started.Busy) answer).active().id()).isEqualTo(active));
    assertThat(releases().unfinished()).hasSize(1);
  }

  @Test
  void start_manyAtOnceWithOneKey_acceptsOneAndRepeatsItToTheOthers() throws Exception {
    List<Started> answers = atOnce(number -> start(number, CHECKOUT, KEY));

    assertThat(answers).filteredOn(Started.Accepted.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Started.Repeated.class::isInstance).hasSize(15);
  }

  @Test
  void start_manyAtOnceWithOneKeyForSeveralServices_acceptsOneAndRefusesTheOthers()
      throws Exception {
    List<Started> answers =
        atOnce(number ->
            start(
                number,
                new ServiceName("service-" + number),
                Optional.of(new IdempotencyKey("ci-1", "r" + number))));

    assertThat(answers).filteredOn(Started.Accepted.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Started.KeyReused.class::isInstance).hasSize(15);
    assertThat(releases().unfinished()).hasSize(1);
  }

  private interface Numbered {
    Started start(int number);
  }

  private static List<Started> atOnce(Numbered numbered) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Started>> calls =
          IntStream.rangeClosed(1, 16)
              .mapToObj(number -> (Callable<Started>) () -> numbered.start(number))
              .toList();
      List<Started> answers = new ArrayList<>();
      for (Future<Started> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }

  @Test
  void list_pages_areNewestFirst() {
    start(1, CHECKOUT, NO_KEY);
    end(1, ReleaseOutcome.COMPLETED);
    start(2, CHECKOUT, NO_KEY);
    start(3, SEARCH, NO_KEY);

    assertThat(releases().list(Optional.empty(), Optional.empty(), 2))
        .extracting(ReleaseRow::id)
        .containsExactly(release(3), release(2));
    assertThat(releases().list(Optional.empty(), Optional.of(release(2)), 2))
        .extracting(ReleaseRow::id)
        .containsExactly(release(1));
    assertThat(releases().list(Optional.of(CHECKOUT), Optional.empty(), 9))
        .extracting(ReleaseRow::id)
        .containsExactly(release(2), release(1));
    assertThat(releases().list(Optional.of(CHECKOUT), Optional.of(release(2)), 9))
        .extracting(ReleaseRow::id)
        .containsExactly(release(1));
    assertThat(releases().unfinished())
        .extracting(ReleaseRow::id)
        .containsExactly(release(2), release(3));
  }

  @Test
  void raiseEpoch_fromAnotherThanCurrent_changesNothing() {
    start(1, CHECKOUT, NO_KEY);

    assertThat(releases().raiseEpoch(release(1), 1)).isTrue();
    assertThat(releases().raiseEpoch(release(1), 1)).isFalse();
    assertThat(releases().find(release(1)).orElseThrow().epoch()).isEqualTo(2);
    assertThat(releases().raiseEpoch(release(9), 1)).isFalse();
  }

  @Test
  void raiseEpoch_endedRelease_changesNothing() {
    start(1, CHECKOUT, NO_KEY);
    end(1, ReleaseOutcome.COMPLETED);

    assertThat(releases().raiseEpoch(release(1), 1)).isFalse();
  }
}
