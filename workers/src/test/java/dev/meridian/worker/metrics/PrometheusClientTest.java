package dev.meridian.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.sample.RawSeries;
import dev.meridian.gate.sample.RawSeries.RawSample;
import dev.meridian.worker.LoopbackServer;
import dev.meridian.worker.LoopbackServer.Answer;
import dev.meridian.worker.WorkerSettings.MetricsAddress;
import dev.meridian.worker.metrics.PrometheusClient.Patience;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusClientTest {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00.250Z");
  private static final Patience QUICK =
      new Patience(3, Duration.ofSeconds(2), Duration.ofMillis(2));
  private static final String MATRIX =
      """
      {"status":"success","data":{"resultType":"matrix","result":[
        {"metric":{"__name__":"hits","pod":"a"},
         "values":[[1772366400.125,"1"],[1772366415,"NaN"],[1772366430,"+Inf"],[1772366445,"-Inf"]]}
      ]}}
      """;

  private static PrometheusClient client(LoopbackServer server) {
    return client(server, QUICK);
  }

  private static PrometheusClient client(LoopbackServer server, Patience patience) {
    return new PrometheusClient(
        HttpClient.newHttpClient(),
        new MetricsAddress(
            URI.create("http://" + server.address() + "/prom"),
            Optional.of("secret-token"),
            Optional.of("shop")),
        patience);
  }

  @Test
  void raw_samples_areReadAsTheyAre() {
    try (LoopbackServer server = new LoopbackServer(request -> Answer.of(200, MATRIX))) {
      List<RawSeries> series = client(server).raw("hits{a=\"b c\"}", Duration.ofMinutes(3), AT);

      assertThat(series).hasSize(1);
      assertThat(series.getFirst().labels()).containsEntry("pod", "a");
      assertThat(series.getFirst().samples())
          .containsExactly(
              new RawSample(Instant.ofEpochMilli(1772366400125L), 1),
              new RawSample(Instant.ofEpochSecond(1772366415), Double.NaN),
              new RawSample(Instant.ofEpochSecond(1772366430), Double.POSITIVE_INFINITY),
              new RawSample(Instant.ofEpochSecond(1772366445), Double.NEGATIVE_INFINITY));
      LoopbackServer.Request request = server.requests().getFirst();
      assertThat(request.path()).isEqualTo("/prom/api/v1/query");
      assertThat(URLDecoder.decode(request.body(), StandardCharsets.UTF_8))
          .isEqualTo("query=hits{a=\"b c\"}[180s]&time=1772366400.250");
      assertThat(request.headers())
          .containsEntry("Authorization", "Bearer secret-token")
          .containsEntry("X-scope-orgid", "shop");
    }
  }

  @Test
  void instant_vector_isSeriesOfOneSample() {
    String vector =
        """
        {"status":"success","data":{"resultType":"vector","result":[
          {"metric":{},"value":[1772366400,"0.25"]}]}}
        """;
    try (LoopbackServer server = new LoopbackServer(request -> Answer.of(200, vector))) {
      assertThat(client(server).instant("sum(x)", AT).getFirst().samples())
          .containsExactly(new RawSample(Instant.ofEpochSecond(1772366400), 0.25));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void ask_whatPasses_isTriedAgain(int status) {
    AtomicInteger asked = new AtomicInteger();
    try (LoopbackServer server =
        new LoopbackServer(request ->
            asked.incrementAndGet() < 3 ? Answer.of(status, "busy") : Answer.of(200, MATRIX))) {
      assertThat(client(server).raw("hits{}", Duration.ofSeconds(15), AT)).hasSize(1);
      assertThat(asked).hasValue(3);
    }
  }

  @Test
  void ask_serverErrorThatStays_isUnreachable() {
    try (LoopbackServer server = new LoopbackServer(request -> Answer.of(503, "away"))) {
      assertThatThrownBy(() -> client(server).raw("hits{}", Duration.ofSeconds(15), AT))
          .isInstanceOfSatisfying(
              MetricsException.class,
              e -> {
                assertThat(e.code()).isEqualTo(FailureCode.METRICS_UNREACHABLE);
                assertThat(e.sentence()).contains("answered 503").doesNotContain("secret");
              });
      assertThat(server.requests()).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 422})
  void ask_refusal_isNotTriedAgain(int status) {
    String said = "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"}";
    try (LoopbackServer server = new LoopbackServer(request -> Answer.of(status, said))) {
      assertThatThrownBy(() -> client(server).instant("sum(", AT))
          .isInstanceOfSatisfying(
              MetricsException.class,
              e -> {
                assertThat(e.code()).isEqualTo(FailureCode.METRICS_REFUSED);
                assertThat(e.sentence()).isEqualTo("parse error");
              });
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void ask_noAnswerInTime_isUnreachable() {
    Patience impatient = new Patience(1, Duration.ofMillis(100), Duration.ofMillis(1));
    try (LoopbackServer server =
        new LoopbackServer(request -> {
          Thread.sleep(1000);
          return Answer.of(200, MATRIX);
        })) {
      assertThatThrownBy(() -> client(server, impatient).raw("hits{}", Duration.ofSeconds(15), AT))
          .isInstanceOfSatisfying(MetricsException.class, e -> assertThat(e.passing()).isTrue());
    }
  }

  @Test
  void ask_nobodyThere_isUnreachable() {
    LoopbackServer server = new LoopbackServer(request -> Answer.of(200, MATRIX));
    PrometheusClient client = client(server);
    server.close();

    assertThatThrownBy(() -> client.raw("hits{}", Duration.ofSeconds(15), AT))
        .isInstanceOfSatisfying(
            MetricsException.class,
            e -> assertThat(e.code()).isEqualTo(FailureCode.METRICS_UNREACHABLE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1,\"2\"]}}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":"
            + "[{\"metric\":{},\"value\":[1,\"two\"]}]}}"
      })
  void ask_answerThatMakesNoSense_isARefusal(String body) {
    try (LoopbackServer server = new LoopbackServer(request -> Answer.of(200, body))) {
      assertThatThrownBy(() -> client(server).instant("x", AT))
          .isInstanceOfSatisfying(
              MetricsException.class,
              e -> assertThat(e.code()).isEqualTo(FailureCode.METRICS_REFUSED));
    }
  }

  @Test
  void ask_answerTooLarge_isRefusedUnread() {
    String large = "x".repeat(32 * 1024 * 1024 + 10);
    try (LoopbackServer server = new LoopbackServer(request -> Answer.of(200, large))) {
      assertThatThrownBy(() -> client(server).instant("x", AT))
          .isInstanceOf(MetricsException.class)
          .hasMessageContaining("more than");
    }
  }
}
