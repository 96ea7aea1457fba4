package dev.meridian.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;

/** A customer's walk through the service: health, carts, and a look at the sums. */
record ServiceVisit(HttpClient client, URI service) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** Enough to meet each of a dozen pods; a share of errors of 1 in 25 is the gates' business. */
  private static final int CARTS = 12;

  private static final int FAILURES_TOLERATED = 3;

  /** What was found, in a sentence. */
  record Finding(boolean passed, String summary) {}

  Finding make() {
    try {
      return visit();
    } catch (IOException e) {
      return new Finding(
          false, "the service does not answer (" + e.getClass().getSimpleName() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Finding(false, "the check was interrupted");
    }
  }

  private Finding visit() throws IOException, InterruptedException {
    int health = get("/healthz").statusCode();
    if (health != 200) {
      return new Finding(false, "/healthz answers " + health);
    }
    TreeSet<String> revisions = new TreeSet<>();
    int failures = 0;
    for (int i = 0; i < CARTS; i++) {
      HttpResponse<String> cart = get("/api/cart/audit");
      String revision = cart.headers().firstValue("X-Revision").orElse("unknown");
      revisions.add(revision);
      failures += cart.statusCode() == 200 ? 0 : 1;
      Optional<String> wrong = wrong(cart);
      if (wrong.isPresent()) {
        return new Finding(false, wrong.get() + " (revision " + revision + ")");
      }
    }
    return new Finding(
        failures <= FAILURES_TOLERATED,
        CARTS + " carts, " + failures + " failed, revisions " + String.join(", ", revisions));
  }

  private static Optional<String> wrong(HttpResponse<String> cart) throws IOException {
    if (cart.statusCode() != 200) {
      return Optional.empty();
    }
    JsonNode audit = JSON.readTree(cart.body());
    return audit.path("consistent").asBoolean()
        ? Optional.empty()
        : Optional.of(audit.path("reason").asText("a cart was inconsistent"));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve(path)).timeout(LIMIT).GET().build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
