package dev.meridian.worker.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.failure.FailureCode;
import dev.meridian.gate.sample.RawSeries;
import dev.meridian.worker.WorkerSettings.MetricsAddress;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * The HTTP API v1 of a Prometheus, or of anything that speaks it. Reads only. What passes (5xx,
 * 429, a broken connection) is tried again with full jitter; what was refused is not. An answer
 * larger than 32 MB is refused unread.
 */
public final class PrometheusClient {
  private static final int LARGEST_ANSWER = 32 * 1024 * 1024;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private final HttpClient http;
  private final MetricsAddress address;
  private final Patience patience;

  /**
   * How long an answer is waited for, in wall time.
   *
   * @param attempts 1 or more
   * @param each limit of one attempt
   * @param pause longest before the second attempt; doubles with each further one
   */
  public record Patience(int attempts, Duration each, Duration pause) {
    /** For polls, which come again anyway. */
    public static final Patience POLL =
        new Patience(3, Duration.ofSeconds(5), Duration.ofMillis(100));

    /** For questions that a person waits for. */
    public static final Patience QUESTION =
        new Patience(1, Duration.ofSeconds(3), Duration.ofMillis(100));
  }

  public PrometheusClient(HttpClient http, MetricsAddress address, Patience patience) {
    this.http = http;
    this.address = address;
    this.patience = patience;
  }

  /** Raw samples of a selector in the window that ends at an instant. */
  public List<RawSeries> raw(String selector, Duration window, Instant at) {
    return PrometheusAnswer.series(
        ask("query", Map.of("query", selector + "[" + seconds(window) + "s]", "time", time(at))));
  }

  /** An expression at instants from one to another, {@code step} apart. */
  public List<RawSeries> range(String query, Instant from, Instant until, Duration step) {
    return PrometheusAnswer.series(
        ask(
            "query_range",
            Map.of(
                "query", query, "start", time(from), "end", time(until), "step", seconds(step))));
  }

  /** An expression at one instant: each series has one sample. */
  public List<RawSeries> instant(String query, Instant at) {
    return PrometheusAnswer.series(ask("query", Map.of("query", query, "time", time(at))));
  }

  /** What is wrong with a query, as the metrics system says it; empty when it can be parsed. */
  public Optional<String> refusal(String query) {
    try {
      ask("format_query", Map.of("query", query));
      return Optional.empty();
    } catch (MetricsException e) {
      if (e.passing()) {
        throw e;
      }
      return Optional.of(e.sentence());
    }
  }

  /** When nothing is said of the time, the metrics system's own now. */
  public List<RawSeries> now(String query) {
    return PrometheusAnswer.series(ask("query", Map.of("query", query)));
  }

  /** The metrics system's own now, in milliseconds. */
  Instant time() {
    return now("vector(1)").stream()
        .flatMap(series -> series.samples().stream())
        .findFirst()
        .orElseThrow(() -> unreachable("answered nothing when it was asked for a number"))
        .at();
  }

  private JsonNode ask(String endpoint, Map<String, String> parameters) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(endpoint, parameters);
      } catch (MetricsException e) {
        if (!e.passing() || attempt >= patience.attempts()) {
          throw e;
        }
        pause(attempt);
      }
    }
  }

  private JsonNode once(String endpoint, Map<String, String> parameters) {
    try {
      HttpResponse<InputStream> response =
          http.send(request(endpoint, parameters), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        byte[] read = body.readNBytes(LARGEST_ANSWER + 1);
        return answered(response.statusCode(), read);
      }
    } catch (IOException e) {
      throw unreachable("does not answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable("was not waited for");
    }
  }

  private JsonNode answered(int status, byte[] body) {
    if (body.length > LARGEST_ANSWER) {
      throw new MetricsException(
          FailureCode.METRICS_REFUSED,
          "metrics at " + address.url() + " answered with more than " + LARGEST_ANSWER + " bytes");
    }
    if (status == TOO_MANY || status >= SERVER_ERROR) {
      throw unreachable("answered " + status);
    }
    return PrometheusAnswer.data(status, body);
  }

  private MetricsException unreachable(String what) {
    return new MetricsException(
        FailureCode.METRICS_UNREACHABLE, "metrics at " + address.url() + " " + what);
  }

  private HttpRequest request(String endpoint, Map<String, String> parameters) {
    SortedMap<String, String> sorted = new TreeMap<>(parameters);
    String form =
        sorted.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(endpoint))
            .timeout(patience.each())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    address.bearerToken().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    address.tenant().ifPresent(tenant -> request.header("X-Scope-OrgID", tenant));
    return request.build();
  }

  private URI uri(String endpoint) {
    String base = address.url().toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + "api/v1/" + endpoint);
  }

  private void pause(int attempt) {
    long most = patience.pause().toMillis() << Math.min(attempt - 1, 6);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(most + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable("was not waited for");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String time(Instant at) {
    return BigDecimal.valueOf(at.toEpochMilli(), 3).toPlainString();
  }

  private static String seconds(Duration duration) {
    return Long.toString(Math.max(1, duration.toSeconds()));
  }
}
