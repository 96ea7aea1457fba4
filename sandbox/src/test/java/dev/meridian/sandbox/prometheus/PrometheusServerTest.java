package dev.meridian.sandbox.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.sandbox.world.ManualClock;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrometheusServerTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final ManualClock clock = new ManualClock(NOON);
  private final RecordedSeries series =
      new RecordedSeries()
          .add(Map.of("__name__", "up", "region", "a"), NOON.toEpochMilli(), 15_000, 1, 1, 0.25);
  private final PrometheusServer server =
      PrometheusServer.start(series, clock, at -> at.isAfter(NOON.plus(Duration.ofHours(1))), 0);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  @Test
  void time_leftOut_isTheWorldsNow() throws Exception {
    clock.advance(Duration.ofSeconds(40));
    JsonNode answer = json(get("/api/v1/query?query=up"));
    assertThat(answer.at("/data/result/0/value").toString())
        .isEqualTo("[" + (NOON.getEpochSecond() + 40) + ",\"0.25\"]");
  }

  @Test
  void form_posted_isReadAsAQuery() throws Exception {
    String form =
        "query="
            + URLEncoder.encode("up{region=\"a\"} + 1", StandardCharsets.UTF_8)
            + "&time="
            + NOON;
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("/api/v1/query"))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    JsonNode answer = json(http.send(request, HttpResponse.BodyHandlers.ofString()));
    assertThat(answer.at("/data/result/0/value/1").asText()).isEqualTo("2");
    assertThat(answer.at("/data/result/0/metric").toString()).isEqualTo("{\"region\":\"a\"}");
  }

  @Test
  void rangeSelector_asked_answersRawSamplesWithTheirOwnTimes() throws Exception {
    JsonNode answer = json(get("/api/v1/query?query=up%5B1m%5D&time=" + NOON.plusSeconds(20)));
    long noon = NOON.getEpochSecond();
    assertThat(answer.at("/data/resultType").asText()).isEqualTo("matrix");
    assertThat(answer.at("/data/result/0/values").toString())
        .isEqualTo("[[" + noon + ",\"1\"],[" + (noon + 15) + ",\"1\"]]");
  }

  @Test
  void query_thatIsPromqlButNotHere_is422AndSaysSo() throws Exception {
    for (String query :
        new String[] {
          "topk(3, up)",
          "quantile by (region) (0.9, up)",
          "predict_linear(up[1h], 60)",
          "up[1h:5m]",
          "up @ 5",
          "up * on (region) group_left () up",
          "up atan2 up"
        }) {
      HttpResponse<String> answer = get("/api/v1/query?query=" + encoded(query));
      assertThat(answer.statusCode()).as(query).isEqualTo(422);
      assertThat(json(answer).path("errorType").asText()).isEqualTo("execution");
      assertThat(json(answer).path("error").asText()).contains("not supported by the sandbox");
    }
  }

  @Test
  void query_thatIsNoPromql_is400AndSaysWhere() throws Exception {
    HttpResponse<String> answer = get("/api/v1/query?query=" + encoded("sum(up"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("error").asText()).contains("1:7: parse error", "expected \")\"");
    assertThat(get("/api/v1/format_query?query=up%7B").statusCode()).isEqualTo(400);
  }

  @Test
  void prometheus_away_answers503ToEverything() throws Exception {
    assertThat(get("/-/ready").statusCode()).isEqualTo(200);
    clock.advance(Duration.ofHours(2));
    assertThat(get("/-/ready").statusCode()).isEqualTo(503);
    assertThat(get("/api/v1/query?query=up").statusCode()).isEqualTo(503);
  }

  @Test
  void unknownPathOrMethod_isRefused() throws Exception {
    assertThat(get("/graph").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/alerts").statusCode()).isEqualTo(404);
    HttpRequest delete =
        HttpRequest.newBuilder(server.address().resolve("/api/v1/query")).DELETE().build();
    assertThat(http.send(delete, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(405);
  }

  @Test
  void metadata_asked_tellsTypes() throws Exception {
    assertThat(json(get("/api/v1/metadata")).at("/data/http_requests_total/0/type").asText())
        .isEqualTo("counter");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve(path))
            .timeout(Duration.ofSeconds(10))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
