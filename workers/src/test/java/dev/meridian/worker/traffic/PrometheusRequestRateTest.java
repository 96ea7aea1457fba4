package dev.meridian.worker.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.meridian.gate.GateSpec;
import dev.meridian.region.Region;
import dev.meridian.region.RegionCode;
import dev.meridian.service.ServiceSpec;
import dev.meridian.worker.WorkerSettings;
import dev.meridian.worker.WorkerSettings.MetricsAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PrometheusRequestRateTest {
  private static final String ONE = "[{\"metric\":{},\"value\":[1.5,\"%s\"]}]";

  private final TrafficWorld world = new TrafficWorld();
  private final Region tokyo = world.catalog.region(new RegionCode("ap-northeast-1"));
  private final HttpServer server;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final Deque<String> answers = new ArrayDeque<>();
  private int status = 200;

  PrometheusRequestRateTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.createContext("/prometheus/api/v1/query", this::answer);
    server.start();
  }

  @AfterEach
  void closed() {
    server.stop(0);
    world.close();
  }

  @Test
  void rate_ofACounterGate_isAskedForThePresenceAlone() {
    answers.add(ONE.formatted("120.5"));
    answers.add(ONE.formatted("1.205"));

    assertThat(seen(world.service))
        .contains(new RequestRate.Seen(120.5, Optional.of(1.205 / 120.5)));
    assertThat(asked)
        .containsExactly(
            "Bearer secret shop sum(rate(http_requests_total{region=\"ap-northeast-1\","
                + "service=\"checkout\"}[1m]))",
            "Bearer secret shop sum(rate(http_requests_total{region=\"ap-northeast-1\","
                + "service=\"checkout\",code=~\"5..\"}[1m])) or vector(0)");
  }

  @Test
  void rate_ofALatencyGate_countsWhatIsSlowerThanTheLimit() {
    answers.add(ONE.formatted("10"));
    answers.add(ONE.formatted("1"));
    List<GateSpec> latency =
        world.service.gates().stream().filter(gate -> gate.name().equals("latency")).toList();

    assertThat(seen(withGates(latency))).contains(new RequestRate.Seen(10, Optional.of(0.1)));
    assertThat(asked.getLast())
        .contains("http_request_duration_seconds_count{")
        .contains("http_request_duration_seconds_bucket{")
        .contains(",le=\"0.3\"}");
  }

  @Test
  void silence_isNotARate() {
    answers.add("[]");
    assertThat(seen(world.service)).isEmpty();
    answers.add(ONE.formatted("NaN"));
    assertThat(seen(world.service)).isEmpty();
    answers.add("[{\"value\":[1,\"1\"]},{\"value\":[1,\"2\"]}]");
    assertThat(seen(world.service)).isEmpty();
    status = 503;
    answers.add(ONE.formatted("1"));
    assertThat(seen(world.service)).isEmpty();
  }

  @Test
  void noRequests_haveNoBadShare() {
    answers.add(ONE.formatted("0"));

    assertThat(seen(world.service)).contains(new RequestRate.Seen(0, Optional.empty()));
  }

  @Test
  void endpoint_thatIsAway_isNotARate() {
    server.stop(0);

    assertThat(seen(world.service)).isEmpty();
  }

  @Test
  void region_whoseMetricsAreNotConfigured_isNotARate() {
    assertThat(
            new PrometheusRequestRate(world.settings(URI.create("http://127.0.0.1:1")))
                .of(world.service, tokyo))
        .isEmpty();
  }

  private Optional<RequestRate.Seen> seen(ServiceSpec service) {
    TreeMap<String, MetricsAddress> metrics = new TreeMap<>();
    metrics.put(
        "global",
        new MetricsAddress(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/prometheus"),
            Optional.of("secret"),
            Optional.of("shop")));
    WorkerSettings settings = world.settings(URI.create("http://127.0.0.1:1"), metrics);
    return new PrometheusRequestRate(settings).of(service, tokyo);
  }

  private ServiceSpec withGates(List<GateSpec> gates) {
    ServiceSpec s = world.service;
    return new ServiceSpec(
        s.name(),
        s.image(),
        s.template(),
        s.presences(),
        s.revisionLabel(),
        s.checks(),
        gates,
        s.plan(),
        s.release());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String query = exchange.getRequestURI().getRawQuery().substring("query=".length());
      asked.add(
          exchange.getRequestHeaders().getFirst("Authorization")
              + " "
              + exchange.getRequestHeaders().getFirst("X-Scope-OrgID")
              + " "
              + URLDecoder.decode(query, StandardCharsets.UTF_8));
      String result = Optional.ofNullable(answers.poll()).orElse("[]");
      byte[] body =
          ("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":"
                  + result
                  + "}}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
