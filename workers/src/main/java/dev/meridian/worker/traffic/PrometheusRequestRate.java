package dev.meridian.worker.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.gate.GateReader;
import dev.meridian.gate.GateSpec;
import dev.meridian.region.Presence;
import dev.meridian.region.Region;
import dev.meridian.service.ServiceSpec;
import dev.meridian.worker.WorkerSettings;
import dev.meridian.worker.WorkerSettings.MetricsAddress;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a Prometheus for what the service's first ratio gate counts: {@code sum(rate(all[1m]))}, and
 * the bad ones of them.
 */
final class PrometheusRequestRate implements RequestRate {
  private static final Logger LOG = LoggerFactory.getLogger(PrometheusRequestRate.class);
  private static final Duration ANSWER = Duration.ofSeconds(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final WorkerSettings settings;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();

  PrometheusRequestRate(WorkerSettings settings) {
    this.settings = settings;
  }

  @Override
  public Optional<Seen> of(ServiceSpec service, Region region) {
    Optional<MetricsAddress> address =
        Optional.ofNullable(settings.metrics().get(region.metrics()));
    Optional<Queries> queries =
        service
            .presence(region.code())
            .flatMap(presence -> firstRatio(service).map(ratio -> queries(ratio, presence)));
    if (address.isEmpty() || queries.isEmpty()) {
      return Optional.empty();
    }
    return value(address.get(), queries.get().all())
        .map(requests ->
            new Seen(
                requests,
                requests > 0
                    ? value(address.get(), queries.get().bad()).map(bad -> bad / requests)
                    : Optional.empty()));
  }

  private record Queries(String all, String bad) {}

  static Optional<GateSpec.Ratio> firstRatio(ServiceSpec service) {
    return service.gates().stream()
        .filter(GateSpec.Ratio.class::isInstance)
        .map(GateSpec.Ratio.class::cast)
        .findFirst();
  }

  private static Queries queries(GateSpec.Ratio ratio, Presence presence) {
    String labels =
        presence.metricLabels().entrySet().stream()
            .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
            .collect(Collectors.joining(","));
    return switch (ratio.events()) {
      case GateSpec.Events.Counters counters ->
          new Queries(
              rate(counters.all().replace(GateReader.LABELS, labels)),
              rate(counters.bad().replace(GateReader.LABELS, labels)) + " or vector(0)");
      case GateSpec.Events.Latency latency -> {
        String count = suffixed(latency.histogram(), "_count").replace(GateReader.LABELS, labels);
        String bucket =
            suffixed(latency.histogram(), "_bucket")
                .replace(GateReader.LABELS, labels + ",le=\"" + seconds(latency.limit()) + "\"");
        yield new Queries(rate(count), rate(count) + " - " + rate(bucket));
      }
    };
  }

  private static String rate(String selector) {
    return "sum(rate(" + selector + "[1m]))";
  }

  private static String suffixed(String selector, String suffix) {
    int brace = selector.indexOf('{');
    return selector.substring(0, brace) + suffix + selector.substring(brace);
  }

  private static String seconds(Duration limit) {
    return BigDecimal.valueOf(limit.toNanos(), 9).stripTrailingZeros().toPlainString();
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private Optional<Double> value(MetricsAddress address, String query) {
    try {
      HttpResponse<String> answer =
          http.send(request(address, query), HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? read(answer.body()) : Optional.empty();
    } catch (IOException e) {
      LOG.debug("the request rate could not be asked for: {}", e.toString());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private HttpRequest request(MetricsAddress address, String query) {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    URI uri = URI.create(address.url() + "/api/v1/query?query=" + encoded);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(settings.hostAliases().resolve(uri)).timeout(ANSWER).GET();
    address.bearerToken().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    address.tenant().ifPresent(tenant -> request.header("X-Scope-OrgID", tenant));
    return request.build();
  }

  /** The one value of an instant vector; several or none are nothing that can be relied on. */
  private static Optional<Double> read(String body) throws IOException {
    JsonNode result = JSON.readTree(body).path("data").path("result");
    if (result.size() != 1) {
      return Optional.empty();
    }
    try {
      double value = Double.parseDouble(result.get(0).path("value").path(1).asText());
      return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
