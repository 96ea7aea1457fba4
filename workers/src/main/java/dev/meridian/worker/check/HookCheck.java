package dev.meridian.worker.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.service.CheckSpec;
import dev.meridian.worker.HostAliases;
import dev.meridian.worker.ShortRetries;
import dev.meridian.worker.frozen.FrozenRollout;
import io.temporal.failure.ApplicationFailure;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;

/**
 * Posts a signed request and reads the answer: 200 with {@code {"passed": true, "summary": "..."}},
 * or 202 with a Location that is asked until it answers 200. Receivers get the same release, region
 * and attempt when a request is repeated, and may answer from memory.
 */
final class HookCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int ACCEPTED = 202;
  private static final int LONGEST_SUMMARY = 1_000;

  private final HostAliases aliases;
  private final SortedMap<String, String> secrets;

  HookCheck(HostAliases aliases, SortedMap<String, String> secrets) {
    this.aliases = aliases;
    this.secrets = secrets;
  }

  CheckOutcome run(CheckSpec.Hook hook, CheckPlace place) throws InterruptedException {
    String secret = secrets.get(hook.secret());
    if (secret == null) {
      throw place.unusable(
          "check " + hook.name() + ": no secret named " + hook.secret() + " is configured");
    }
    URI url = url(hook, place);
    String body = body(place.frozen());
    long deadline = System.nanoTime() + hook.timeout().toNanos();
    try (Exchange exchange = new Exchange(place, "check " + hook.name(), deadline)) {
      HttpResponse<String> answer =
          ShortRetries.call(place.pulse(), () -> post(exchange, url, secret, body));
      URI next = url;
      while (answer.statusCode() == ACCEPTED) {
        place.pulse().sleep(POLL);
        next = answer.headers().firstValue("Location").map(next::resolve).orElse(next);
        answer = exchange.send(signed(aliases.resolve(next), secret, "").GET());
      }
      return outcome(hook, place, answer);
    }
  }

  private static HttpResponse<String> post(Exchange exchange, URI url, String secret, String body) {
    return exchange.send(
        signed(url, secret, body)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpRequest.Builder signed(URI url, String secret, String body) {
    return HttpRequest.newBuilder(url)
        .header(HookSignature.HEADER, HookSignature.of(secret, Instant.now(), body));
  }

  private URI url(CheckSpec.Hook hook, CheckPlace place) {
    try {
      return aliases.resolve(
          URI.create(
              hook.url()
                  .replace("${region}", place.rollout().region().value())
                  .replace("${endpoint}", place.endpoint())));
    } catch (IllegalArgumentException e) {
      throw place.unusable("check " + hook.name() + ": not a URL: " + hook.url());
    }
  }

  private static String body(FrozenRollout frozen) {
    return JSON.createObjectNode()
        .put("release", frozen.rollout().release().toString())
        .put("service", frozen.service().name().value())
        .put("region", frozen.rollout().region().value())
        .put("revision", frozen.revision().id().label())
        .put("image", frozen.revision().image().toString())
        .put("endpoint", frozen.presence().endpoint())
        .put("attempt", frozen.rollout().attempt())
        .toString();
  }

  private static CheckOutcome outcome(
      CheckSpec.Hook hook, CheckPlace place, HttpResponse<String> answer) {
    JsonNode verdict = tree(answer.body());
    if (answer.statusCode() != 200 || !verdict.path("passed").isBoolean()) {
      throw refused(hook, place, answer.statusCode());
    }
    String summary = verdict.path("summary").asText("no summary");
    String shortened =
        summary.length() > LONGEST_SUMMARY ? summary.substring(0, LONGEST_SUMMARY) : summary;
    return new CheckOutcome(verdict.path("passed").asBoolean(), shortened);
  }

  private static ApplicationFailure refused(CheckSpec.Hook hook, CheckPlace place, int status) {
    String sentence =
        "check "
            + hook.name()
            + ": the hook answered "
            + status
            + " instead of 200 with {\"passed\": true or false, \"summary\": text}";
    return status >= 400 && status < 500 ? place.unusable(sentence) : place.unreachable(sentence);
  }

  private static JsonNode tree(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
