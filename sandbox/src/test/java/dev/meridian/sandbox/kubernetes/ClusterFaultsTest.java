package dev.meridian.sandbox.kubernetes;

import static dev.meridian.sandbox.kubernetes.Worlds.MONTREAL;
import static dev.meridian.sandbox.kubernetes.Worlds.PARIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.world.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClusterFaultsTest {
  private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/checkout/deployments";

  private final Worlds worlds = new Worlds();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    http.shutdownNow();
    worlds.close();
  }

  private HttpRequest get(RegionCode region, String path) {
    return HttpRequest.newBuilder(worlds.kubernetes.address(region).resolve(path))
        .timeout(Duration.ofSeconds(20))
        .build();
  }

  @Test
  void clusterAway_dropsConnectionsThereAndNowhereElse() throws Exception {
    String fault =
        worlds.faults.begin(Fault.Kind.CLUSTER_AWAY, Optional.of(PARIS), Optional.empty());

    assertThatThrownBy(() -> http.send(get(PARIS, DEPLOYMENTS), BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);
    assertThat(http.send(get(MONTREAL, DEPLOYMENTS), BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);

    worlds.faults.end(fault);
    assertThat(http.send(get(PARIS, DEPLOYMENTS), BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void clusterAway_endsWatches() throws Exception {
    HttpResponse<InputStream> watch =
        http.send(get(PARIS, DEPLOYMENTS + "?watch=true"), BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(watch.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).contains("\"type\":\"ADDED\"");

      worlds.faults.begin(Fault.Kind.CLUSTER_AWAY, Optional.of(PARIS), Optional.empty());

      assertThat(ended(lines)).isTrue();
    }
  }

  /** An end and a broken connection are the same to whoever watches; waiting on is not. */
  private static boolean ended(BufferedReader lines) {
    try {
      return lines.readLine() == null;
    } catch (IOException _) {
      return true;
    }
  }

  @Test
  void clusterThrottled_answers429WithRetryAfter() throws Exception {
    worlds.faults.begin(Fault.Kind.CLUSTER_THROTTLED, Optional.of(PARIS), Optional.empty());

    HttpResponse<String> answer = http.send(get(PARIS, DEPLOYMENTS), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.body()).contains("TooManyRequests");
  }

  @Test
  void webSocket_asked_isAnsweredPlainly() throws Exception {
    URI address = worlds.kubernetes.address(PARIS);
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), address.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET "
                      + DEPLOYMENTS
                      + "?watch=true HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
                      + "Upgrade: websocket\r\nSec-WebSocket-Key: eA==\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      byte[] head = socket.getInputStream().readNBytes(15);

      assertThat(new String(head, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200 OK");
    }
  }

  @Test
  void watch_fromARevisionThatIsForgotten_isToldSo() throws Exception {
    worlds.restart();

    HttpResponse<String> answer =
        http.send(
            get(PARIS, DEPLOYMENTS + "?watch=true&resourceVersion=1&timeoutSeconds=5"),
            BodyHandlers.ofString());

    assertThat(answer.body()).contains("\"type\":\"ERROR\"", "\"code\":410", "Expired");
  }

  @Test
  void watch_whileTimePasses_hearsWhatControllersReport() throws Exception {
    CompletableFuture<HttpResponse<List<String>>> watch =
        http.sendAsync(
            get(PARIS, "/api/v1/namespaces/checkout/pods?watch=true&timeoutSeconds=3"),
            info ->
                HttpResponse.BodySubscribers.mapping(
                    BodyHandlers.ofLines().apply(info), lines -> lines.toList()));
    HttpRequest scale =
        HttpRequest.newBuilder(worlds.kubernetes.address(PARIS).resolve(DEPLOYMENTS + "/checkout"))
            .header("Content-Type", "application/merge-patch+json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"spec\":{\"replicas\":5}}"))
            .build();
    http.send(scale, BodyHandlers.discarding());
    worlds.pass(Duration.ofSeconds(30));

    List<String> events = watch.get(30, TimeUnit.SECONDS).body();

    assertThat(events).hasSizeGreaterThanOrEqualTo(5);
    assertThat(events).anyMatch(each -> each.contains("\"phase\":\"Running\""));
  }
}
