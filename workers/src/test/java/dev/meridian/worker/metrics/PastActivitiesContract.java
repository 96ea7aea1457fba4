package dev.meridian.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.VerdictKind;
import dev.meridian.gate.bake.GateState;
import dev.meridian.gate.replay.Replayed;
import dev.meridian.gate.sight.Baseline;
import dev.meridian.gate.statistics.Calibration;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.workflow.inquiry.DaysAnswer;
import dev.meridian.workflow.inquiry.ReplayQuestion;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What must hold of replays over {@link PastDays}, whichever Prometheus holds them. */
@Timeout(60)
abstract class PastActivitiesContract {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant EARLIER = PastDays.RELEASED.minus(HOUR.multipliedBy(2));

  abstract URI prometheus();

  private PrometheusPastActivities past() {
    return new PrometheusPastActivities(PastDays.clients(prometheus()));
  }

  private static ReplayQuestion ofNew(ReplayQuestion any) {
    return new ReplayQuestion(
        any.gate(),
        any.region(),
        any.watched(),
        any.revisionLabel(),
        Optional.of("new"),
        any.from(),
        any.until(),
        any.share(),
        any.deadline());
  }

  @Test
  void healthyHour_ofWhateverRan_isProvenBesideItsControl() {
    Replayed answer = past().replay(PastDays.question(PastDays.errors(), EARLIER, HOUR));

    assertThat(answer.verdict()).as(answer.sentence()).isEqualTo(VerdictKind.HEALTHY);
    assertThat(answer.notes()).isEmpty();
    assertThat(answer.evidence().figures().getOrDefault("requests", 0.0)).isEqualTo(72_000);
    assertThat(answer.evidence().state())
        .isInstanceOfSatisfying(
            GateState.Ratio.class,
            ratio -> {
              assertThat(ratio.control().members()).hasSize(2);
              assertThat(ratio.samples().counters().good()).isEqualTo(120);
              assertThat(ratio.control().calibration())
                  .isInstanceOfSatisfying(
                      Calibration.Known.class,
                      known -> assertThat(known.kappa()).isBetween(0.9, 1.3));
            });
  }

  @Test
  void newRevision_thatFailsAfterFortyMinutes_isDegradedMinutesLater() {
    Replayed answer =
        past()
            .replay(
                ofNew(
                    PastDays.question(PastDays.errors(), PastDays.RELEASED, HOUR.multipliedBy(2))));

    Instant harm = PastDays.RELEASED.plus(PastDays.HARM);
    assertThat(answer.cause()).as(answer.sentence()).contains(VerdictCause.GATE);
    assertThat(answer.at()).isBetween(harm, harm.plus(Duration.ofMinutes(3)));
    assertThat(answer.sentence()).startsWith("errors: ").contains("requests are bad in seoul");
    assertThat(answer.evidence().queries().getFirst())
        .isEqualTo("requests_total{region=\"seoul\",revision=\"new\"}");
  }

  @Test
  void revisionThatDidNotRunThen_isNothingSeenAndSaysSo() {
    Replayed answer = past().replay(ofNew(PastDays.question(PastDays.errors(), EARLIER, HOUR)));

    assertThat(answer.verdict()).isEqualTo(VerdictKind.INCONCLUSIVE);
    assertThat(answer.sentence()).contains("nothing was seen in seoul");
    assertThat(answer.notes())
        .anySatisfy(note -> assertThat(note).contains("no series in seoul is selected by"));
  }

  @Test
  void badSelectorThatFitsNothing_isSaidAlthoughTheHourWasHealthy() {
    Replayed answer =
        past()
            .replay(
                PastDays.question(
                    PastDays.ratio(
                        "requests_total{${labels}}", "requests_total{${labels},code=\"5oo\"}"),
                    EARLIER,
                    HOUR));

    assertThat(answer.notes())
        .singleElement()
        .asString()
        .contains("5oo")
        .contains("either nothing was bad, or the selector fits nothing");
  }

  @Test
  void expressionWithTwoSeries_orNone_isSaid() {
    Instant from = EARLIER;
    Replayed two =
        past()
            .replay(PastDays.question(PastDays.memory("memory_megabytes{${labels}}"), from, HOUR));
    Replayed none =
        past().replay(PastDays.question(PastDays.memory("max(nothing{${labels}})"), from, HOUR));
    Replayed one =
        past()
            .replay(
                PastDays.question(PastDays.memory("max(memory_megabytes{${labels}})"), from, HOUR));

    assertThat(two.notes())
        .containsExactly("120 of 120 intervals without data: 2 series where one was expected");
    assertThat(none.notes()).containsExactly("120 of 120 intervals without data: no series");
    assertThat(two.verdict()).isEqualTo(VerdictKind.INCONCLUSIVE);
    assertThat(one.verdict()).as(one.sentence()).isEqualTo(VerdictKind.HEALTHY);
    assertThat(one.notes()).isEmpty();
  }

  @Test
  void twoDays_fitIntoOneSmallAnswer() {
    Replayed answer =
        past()
            .replay(
                PastDays.question(
                    PastDays.errors(), PastDays.BEGINS.plus(HOUR), Duration.ofDays(2)));

    assertThat(answer.verdict()).as(answer.sentence()).isEqualTo(VerdictKind.HEALTHY);
    assertThat(answer.course()).hasSizeLessThanOrEqualTo(200);
    assertThat(MeridianJson.text(answer).length()).isLessThan(100_000);
    assertThat(MeridianJson.read(MeridianJson.text(answer), Replayed.class)).isEqualTo(answer);
  }

  @Test
  void dayBefore_isReplayedAfterTheOneThatCalibrates() {
    DaysAnswer answer =
        past().days(PastDays.daysBefore(PastDays.RELEASED.minus(Duration.ofMinutes(5))));

    assertThat(answer.days())
        .singleElement()
        .satisfies(day -> {
          assertThat(day.bakes()).as(day.sentence()).isEqualTo(12);
          assertThat(day.stopped()).isZero();
          Baseline usual = day.usual().orElseThrow();
          assertThat(usual.badRate()).isBetween(0.0045, 0.0055);
          assertThat(usual.measured().orElseThrow().own()).isBetween(19.0, 21.0);
        });
  }

  @Test
  void timeIsOver_saysHowFarItCame() {
    ReplayQuestion question =
        PastDays.question(PastDays.errors(), PastDays.BEGINS.plus(HOUR), Duration.ofDays(2));

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      PastReplay replay =
          new PastReplay(question, PastDays.clients(prometheus()).forQuestions(), threads);

      assertThatThrownBy(() -> replay.run(System.nanoTime()))
          .isInstanceOfSatisfying(
              MetricsException.class,
              e -> assertThat(e.code()).isEqualTo(FailureCode.QUESTION_TOO_LONG))
          .hasMessageContaining(
              "to " + PastDays.BEGINS.plus(HOUR.multipliedBy(2)) + ": ask for no more");
    }
  }

  @Test
  void nobodyAnswers_isUnreachable() throws IOException {
    URI nobody = URI.create("http://127.0.0.1:" + freePort());
    PrometheusPastActivities away = new PrometheusPastActivities(PastDays.clients(nobody));

    assertThatThrownBy(
            () -> away.replay(PastDays.question(PastDays.errors(), PastDays.RELEASED, HOUR)))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            e -> assertThat(e.getType()).isEqualTo(FailureCode.METRICS_UNREACHABLE.name()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
