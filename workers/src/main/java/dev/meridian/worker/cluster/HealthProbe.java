package dev.meridian.worker.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks an endpoint once, on a connection of its own, as a new user would. */
final class HealthProbe {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private HealthProbe() {}

  /** What the probe saw. */
  record Answer(boolean well, String sentence) {}

  static Answer ask(URI health) {
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build()) {
      HttpRequest request = HttpRequest.newBuilder(health).timeout(LIMIT).GET().build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return new Answer(status / 100 == 2, "answers " + status);
    } catch (IOException e) {
      return new Answer(false, "no answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(false, "no answer (interrupted)");
    }
  }
}
