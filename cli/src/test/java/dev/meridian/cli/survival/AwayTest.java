package dev.meridian.cli.survival;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.ledger.testing.CuttableWay.Cut;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.sandbox.world.ExampleImage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What api and worker stand on goes away in the middle of a bake, and comes back. It is away for as
 * long as two requests wait for it: longer than the engine waits for a sign of life from a bake.
 */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class AwayTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private Surroundings there;
  private ReleaseId release;

  @BeforeEach
  void releaseInMidBake() throws IOException {
    there = new Surroundings(directory);
    MeridianProcess api = there.api();
    MeridianProcess worker = there.worker();
    api.awaitReady();
    worker.awaitReady();
    there.describe();
    release = there.release(ExampleImage.HEALTHY);
    there.chronicle().await(release, "bake-started", 1);
  }

  @AfterEach
  void close() throws IOException {
    there.close();
  }

  @Test
  void database_awayInMidBake_requestsAre503AndTheReleaseGoesOnAfterwards() throws Exception {
    there.database().cut(Cut.REFUSING);

    requireAway("database-away", request("/api/v1/releases/" + release).GET());
    requireAway("database-away", request("/api/v1/releases/" + release + "/abort").POST(reason()));

    there.database().restore();
    assertThat(there.chronicle().awaitEnd(release)).isEqualTo(ReleaseOutcome.COMPLETED);
    there.chronicle().requireSound(release);
  }

  @Test
  void engine_awayInMidBake_commandsWaitAndQuestionsAre503AndTheReleaseGoesOnAfterwards()
      throws Exception {
    there.engine().cut(Cut.REFUSING);

    requireAway(
        "engine-away",
        request("/api/v1/services/checkout")
            .header("Content-Type", "application/yaml")
            .PUT(BodyPublishers.ofString(Surroundings.shorterBakes())));
    HttpResponse<String> pause =
        send(request("/api/v1/releases/" + release + "/pause").POST(reason()));
    assertThat(pause.statusCode()).as(pause.body()).isEqualTo(202);
    assertThat(JSON.readTree(pause.body()).path("delivery").asText()).isEqualTo("waiting");

    there.engine().restore();
    there.chronicle().await(release, "paused", 1);
    there.rest().post("/api/v1/releases/" + release + "/resume", Map.of("reason", "it is back"));
    assertThat(there.chronicle().awaitEnd(release)).isEqualTo(ReleaseOutcome.COMPLETED);
    there.chronicle().requireSound(release);
  }

  private void requireAway(String problem, HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer = send(request);
    JsonNode body = JSON.readTree(answer.body());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(body.path("type").asText()).endsWith("/" + problem);
    assertThat(body.path("detail").asText()).isNotBlank();
  }

  private static HttpRequest.BodyPublisher reason() {
    return BodyPublishers.ofString("{\"reason\": \"a test\"}");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(there.address().resolve(path))
        .header("Authorization", "Bearer " + Surroundings.TOKEN);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
