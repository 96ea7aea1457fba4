package dev.meridian.api;

import static dev.meridian.api.DocumentsTest.pointers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.api.FakeInquirer.Silence;
import dev.meridian.gate.GateSpec;
import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.VerdictKind;
import dev.meridian.gate.bake.GateEvidence;
import dev.meridian.gate.bake.GateState;
import dev.meridian.gate.replay.Moment;
import dev.meridian.gate.replay.Replayed;
import dev.meridian.gate.sample.SampleCounters;
import dev.meridian.gate.sample.SampleKind;
import dev.meridian.workflow.inquiry.ReplayQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateTrialsTest {
  private static final String TRY = "/api/v1/gates/try";
  private static final Instant FROM = Instant.parse("2026-03-02T08:00:00Z");

  private final TestApi api = new TestApi().described();
  private final Rest rest = api.rest();

  @AfterEach
  void close() {
    api.close();
  }

  private static String body(String gate) {
    return """
    {"service": "checkout", "gate": %s, "region": "eu-central-1",
     "from": "2026-03-02T08:00:00Z", "until": "2026-03-02T11:00:00+01:00"}\
    """
        .formatted(gate);
  }

  private static Replayed degraded() {
    Instant at = FROM.plusSeconds(600);
    GateState state =
        new GateState.Value(
            "cpu",
            new GateState.Samples(new SampleCounters(30, 8, 2, 0), SampleKind.BAD, at, ""),
            List.of(),
            Optional.empty());
    GateEvidence evidence =
        new GateEvidence(
            "cpu",
            true,
            List.of("avg(x)"),
            "cpu: 0.95",
            new TreeMap<>(Map.of("bound", 0.9)),
            state);
    return new Replayed(
        VerdictKind.DEGRADED,
        Optional.of(VerdictCause.GATE),
        at,
        "cpu: 0.95 in eu-central-1 is above 0.9",
        List.of(),
        evidence,
        Optional.empty(),
        List.of(new Moment.Read(at, 0.95, 0.9)),
        List.of("2 of 40 intervals without data: no value"));
  }

  @Test
  void try_gateOfTheService_asksForItWithItsShareAndShowsWhatCame() {
    api.inquirer().replays(degraded());

    Rest.Answer answer = rest.post(TRY, body("\"errors\""));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("verdict").asText()).isEqualTo("DEGRADED");
    assertThat(answer.json().path("after").asText()).isEqualTo("PT10M");
    assertThat(answer.json().path("sentence").asText()).contains("is above 0.9");
    assertThat(answer.json().at("/samples/bad").asInt()).isEqualTo(8);
    assertThat(answer.json().at("/course/0/value").asDouble()).isEqualTo(0.95);
    assertThat(answer.json().at("/notes/0").asText()).contains("without data");
    ReplayQuestion asked = api.inquirer().replays().getFirst();
    assertThat(asked.gate().name()).isEqualTo("errors");
    assertThat(asked.watched()).hasSize(10);
    assertThat(asked.from()).isEqualTo(FROM);
    assertThat(asked.until()).isEqualTo(FROM.plus(Duration.ofHours(2)));
    assertThat(asked.share().orElseThrow().alpha()).isEqualTo(0.01 / 10 / 2 / 2, within(1e-12));
    assertThat(asked.revision()).isEmpty();
  }

  @Test
  void try_gateOfItsOwn_isCheckedAsAServicesWouldBe() {
    api.inquirer().replays(degraded());
    String gate =
        """
        {"name": "carts", "kind": "ratio", "all": "carts_total{${labels}}",
         "bad": "carts_%s_total{${labels}}", "ceiling": 0.02}\
        """;

    assertThat(rest.post(TRY, body(gate.formatted("failed"))).status()).isEqualTo(200);
    ReplayQuestion asked = api.inquirer().replays().getFirst();
    assertThat(asked.gate()).isInstanceOf(GateSpec.Ratio.class);
    assertThat(asked.share().orElseThrow().alpha()).isEqualTo(0.01 / 10 / 3 / 2, within(1e-12));

    Rest.Answer broken = rest.post(TRY, body(gate.formatted("broken")));
    assertThat(broken.status()).isEqualTo(422);
    assertThat(pointers(broken)).containsOnlyKeys("/gate/bad");
  }

  @Test
  void try_everythingWrong_isSaidAtOnce() {
    Rest.Answer answer =
        rest.post(
            TRY,
            """
            {"service": "checkout", "gate": {"name": "carts", "kind": "ratio",
             "all": "carts_total{${labels}}", "bad": "failed_total{${labels}}"},
             "region": "eu-west-3", "from": "yesterday", "until": "2031-01-01T00:00:00Z", "x": 1}\
            """);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(pointers(answer))
        .containsOnlyKeys("/gate/ceiling", "/region", "/from", "/until", "/x");
    assertThat(api.inquirer().replays()).isEmpty();
  }

  @Test
  void try_unknownGateOrTooLong_namesValueAndRemedy() {
    String from = "\"from\": \"2026-03-02T08:00:00Z\"";
    Rest.Answer unknown =
        rest.post(TRY, body("\"error\"").replace(from, "\"from\": \"2026-02-22T08:00:00Z\""));
    Rest.Answer backwards =
        rest.post(TRY, body("\"errors\"").replace(from, "\"from\": \"2026-03-02T10:00:00Z\""));

    assertThat(pointers(unknown)).containsOnlyKeys("/gate", "/from");
    assertThat(unknown.body()).contains("Did you mean \\\"errors\\\"?", "more than 7 days");
    assertThat(pointers(backwards).get("/from")).contains("less than one interval");
    assertThat(rest.post(TRY, "{}").problem()).isEqualTo("invalid-request");
    assertThat(rest.post(TRY, body("\"errors\"").replace("checkout", "checkuot")).status())
        .isEqualTo(404);
  }

  @Test
  void try_alarm_isRefused() {
    String alarm =
        """
        {"name": "burn", "kind": "alarm", "alert": "BudgetBurns", "effect": "hold"}\
        """;

    assertThat(pointers(rest.post(TRY, body(alarm))).get("/gate")).contains("is an alarm");
  }

  @Test
  void try_tooManyIntervals_isRefused() {
    String gate =
        """
        {"name": "carts", "kind": "ratio", "all": "carts_total{${labels}}",
         "bad": "failed_total{${labels}}", "ceiling": 0.02, "interval": "PT5S"}\
        """;

    Rest.Answer answer =
        rest.post(TRY, body(gate).replace("2026-03-02T08:00:00Z", "2026-02-26T09:00:00Z"));

    assertThat(pointers(answer).get("/from")).contains("more than 50,000 intervals of PT5S");
  }

  @Test
  void try_nobodyAnswers_isToldApartFromTooMuchToRead() {
    api.inquirer().silent(Silence.METRICS_AWAY);
    Rest.Answer away = rest.post(TRY, body("\"errors\""));
    api.inquirer().silent(Silence.QUESTION_TOO_LONG);
    Rest.Answer tooLong = rest.post(TRY, body("\"errors\""));

    assertThat(away.status()).isEqualTo(503);
    assertThat(away.header("Retry-After")).isEqualTo("5");
    assertThat(tooLong.status()).isEqualTo(504);
    assertThat(tooLong.problem()).isEqualTo("question-too-long");
    assertThat(tooLong.detail()).contains("it was replayed to noon");
  }
}
