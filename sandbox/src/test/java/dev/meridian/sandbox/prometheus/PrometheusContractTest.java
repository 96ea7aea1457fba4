package dev.meridian.sandbox.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.sandbox.series.Series;
import dev.meridian.sandbox.traffic.ExampleTraffic;
import dev.meridian.sandbox.world.ManualClock;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Asks the sandbox's Prometheus and a real one the same questions about the same samples. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrometheusContractTest {
  private static final Instant START = ExampleTraffic.BEGINS.plus(Duration.ofHours(1));
  private static final long BASE = START.toEpochMilli();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<AutoCloseable> open = new ArrayList<>();
  private URI ours = URI.create("http://127.0.0.1");
  private URI real = URI.create("http://127.0.0.1");

  @BeforeAll
  void ask(@TempDir Path directory) throws IOException, InterruptedException {
    assumeThat(RealPrometheus.installed())
        .as("the distribution's packages prometheus and promtool are installed")
        .isTrue();
    RecordedSeries samples = handmade(traffic());
    RealPrometheus prometheus = RealPrometheus.start(directory, samples.openMetrics());
    open.add(prometheus);
    PrometheusServer server =
        PrometheusServer.start(samples, new ManualClock(START), _ -> false, 0);
    open.add(server);
    real = prometheus.address();
    ours = server.address();
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    http.close();
  }

  @ParameterizedTest
  @MethodSource("dev.meridian.sandbox.prometheus.ContractQueries#all")
  void instantQuery_asReal(String query) throws Exception {
    for (long offset : List.of(0L, 7L, 30L, 299L, 301L, 900L, 2700L, 3600L)) {
      sameAnswer("/api/v1/query?query=" + encoded(query) + "&time=" + (BASE / 1000 + offset));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.meridian.sandbox.prometheus.ContractQueries#all")
  void rangeQuery_asReal(String query) throws Exception {
    String times = "&start=" + BASE / 1000 + "&end=" + (BASE / 1000 + 3600) + "&step=37s";
    sameAnswer("/api/v1/query_range?query=" + encoded(query) + times);
  }

  @ParameterizedTest
  @MethodSource("dev.meridian.sandbox.prometheus.ContractQueries#printable")
  void formattedQuery_asReal(String query) throws Exception {
    sameAnswer("/api/v1/format_query?query=" + encoded(query));
  }

  @ParameterizedTest
  @MethodSource("dev.meridian.sandbox.prometheus.ContractQueries#wrong")
  void wrongQuery_isRefusedAsByReal(String query) throws Exception {
    sameAnswer("/api/v1/query?query=" + encoded(query) + "&time=" + BASE / 1000);
  }

  @ParameterizedTest
  @MethodSource("dev.meridian.sandbox.prometheus.ContractQueries#requests")
  void request_asReal(String request) throws Exception {
    sameAnswer(request.replace("BASE", Long.toString(BASE / 1000)));
  }

  private void sameAnswer(String path) throws IOException, InterruptedException {
    HttpResponse<String> theirs = get(real, path);
    HttpResponse<String> own = get(ours, path);
    assertThat(own.statusCode())
        .as("status of %s%nreal %s%nours %s", path, theirs.body(), own.body())
        .isEqualTo(theirs.statusCode());
    Comparison.sameAnswer(path, JSON.readTree(own.body()), JSON.readTree(theirs.body()));
  }

  private HttpResponse<String> get(URI base, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** An hour of a world in which a revision comes and goes again. */
  private static RecordedSeries traffic() {
    ExampleTraffic traffic = new ExampleTraffic();
    traffic.clock().advance(Duration.ofHours(2));
    traffic.rollOut(
        "ap-northeast-2", START.plusSeconds(600), "shop/checkout@sha256:" + "3".repeat(64));
    traffic.rollBack("ap-northeast-2", START.plusSeconds(2000));
    RecordedSeries recorded = new RecordedSeries();
    for (Series series : traffic.metrics().select(List.of())) {
      if (List.of("ap-northeast-2", "sa-east-1", "eu-west-3")
          .contains(series.labels().get("region"))) {
        recorded.add(series.labels(), series.between(BASE, BASE + Duration.ofHours(1).toMillis()));
      }
    }
    return recorded;
  }

  /** What traffic does not show: resets, gaps, single points, odd numbers. */
  private static RecordedSeries handmade(RecordedSeries recorded) {
    return recorded
        .add(Map.of("__name__", "jumpy_total", "a", "1"), BASE, 15_000, 0, 5, 9, 2, 4, 1, 1, 8)
        .add(Map.of("__name__", "jumpy_total", "a", "2"), BASE + 3_000, 60_000, 100, 90, 300, 301)
        .add(Map.of("__name__", "lonely", "a", "1"), BASE, 1, 42)
        .add(Map.of("__name__", "lonely", "a", "2"), BASE + 1_000, 1, -1.5e-7)
        .add(Map.of("__name__", "odd", "a", "1"), BASE, 30_000, Double.NaN, 1, 2, Double.NaN, 4)
        .add(
            Map.of("__name__", "odd", "a", "2"), BASE, 30_000, Double.POSITIVE_INFINITY, 1e21, -0.0)
        .add(Map.of("__name__", "odd", "b", "3"), BASE, 30_000, 3, 3, 3, 3)
        .add(Map.of("__name__", "broken_bucket", "le", "1"), BASE, 15_000, 1, 2, 3)
        .add(Map.of("__name__", "broken_bucket", "le", "2"), BASE, 15_000, 1, 1, 4);
  }

  /** Compares answers whose order Prometheus does not promise, and whose last digits differ. */
  private static final class Comparison {
    private static final double TOLERANCE = 1e-9;

    static void sameAnswer(String path, JsonNode own, JsonNode real) {
      assertThat(own.path("status")).as(path).isEqualTo(real.path("status"));
      assertThat(own.path("errorType")).as(path).isEqualTo(real.path("errorType"));
      JsonNode data = real.path("data");
      if (!data.has("resultType")) {
        assertThat(own.path("data")).as(path).isEqualTo(data);
        return;
      }
      assertThat(own.path("data").path("resultType")).as(path).isEqualTo(data.path("resultType"));
      SortedMap<String, JsonNode> ownSeries = byLabels(own.path("data").path("result"));
      SortedMap<String, JsonNode> realSeries = byLabels(data.path("result"));
      assertThat(ownSeries.keySet()).as(path).isEqualTo(realSeries.keySet());
      realSeries.forEach((labels, series) ->
          sameValues(path + " " + labels, ownSeries.getOrDefault(labels, series), series));
    }

    private static SortedMap<String, JsonNode> byLabels(JsonNode result) {
      SortedMap<String, JsonNode> byLabels = new TreeMap<>();
      if (result.isArray() && !result.isEmpty() && result.get(0).has("metric")) {
        result.forEach(each -> byLabels.put(labels(each.path("metric")), values(each)));
      } else {
        byLabels.put("scalar", result);
      }
      return byLabels;
    }

    private static String labels(JsonNode metric) {
      SortedMap<String, String> labels = new TreeMap<>();
      metric.properties().forEach(each -> labels.put(each.getKey(), each.getValue().asText()));
      return labels.toString();
    }

    private static JsonNode values(JsonNode series) {
      return series.has("values") ? series.path("values") : series.path("value");
    }

    private static void sameValues(String what, JsonNode own, JsonNode real) {
      if (real.isArray() && !real.isEmpty() && real.get(0).isArray()) {
        assertThat(own.size()).as("points of %s", what).isEqualTo(real.size());
        for (int i = 0; i < real.size(); i++) {
          sameValues(what, own.get(i), real.get(i));
        }
      } else if (!real.isEmpty()) {
        assertThat(own.get(0).asDouble()).as("time of %s", what).isEqualTo(real.get(0).asDouble());
        sameNumber(what, own.get(1).asText(), real.get(1).asText());
      }
    }

    private static void sameNumber(String what, String own, String real) {
      if (own.equals(real)) {
        return;
      }
      double expected = Numbers.read(real).orElseThrow();
      double actual = Numbers.read(own).orElseThrow();
      assertThat(actual)
          .as("%s: ours %s, real %s", what, own, real)
          .isBetween(
              expected - Math.abs(expected) * TOLERANCE, expected + Math.abs(expected) * TOLERANCE);
    }
  }
}
