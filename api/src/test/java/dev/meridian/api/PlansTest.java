package dev.meridian.api;

import static dev.meridian.api.DocumentsTest.pointers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlansTest {
  private final TestApi api = new TestApi().described();
  private final Rest rest = api.rest();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void preview_exampleService_showsWavesReasonsBakesAndGates() {
    JsonNode plan = rest.post("/api/v1/plans", "{\"service\": \"checkout\"}").json();

    assertThat(plan.at("/waves/0/group").asText()).isEqualTo("staging");
    Set<String> regions = new HashSet<>();
    plan.path("waves")
        .forEach(wave ->
            wave.path("placements")
                .forEach(placement -> {
                  regions.add(placement.path("region").asText());
                  assertThat(placement.at("/reason/sentence").asText()).isNotBlank();
                  assertThat(placement.at("/bake/inputs")).isNotEmpty();
                }));
    assertThat(regions).hasSize(11);
    assertThat(plan.path("expectedDuration").asText()).startsWith("PT");
    assertThat(plan.path("revision").asText()).hasSize(64);
    assertThat(plan.path("gates"))
        .extracting(gate -> gate.path("name").asText())
        .containsExactly("errors", "latency", "memory", "cpu");
    double alpha = 0.01 / 10 / 2 / 2;
    assertThat(plan.at("/gates/0/alpha").asDouble()).isEqualTo(alpha, within(1e-12));
    assertThat(plan.at("/gates/2/alpha").isNull()).isTrue();
  }

  @Test
  void preview_startsNothing() {
    rest.post("/api/v1/plans", "{\"service\": \"checkout\"}");

    assertThat(rest.get("/api/v1/releases").json().path("releases")).isEmpty();
    assertThat(api.engine().started()).isEmpty();
  }

  @Test
  void preview_twice_isTheSame() {
    String body = "{\"service\": \"checkout\", \"parameters\": {\"currency\": \"USD\"}}";

    assertThat(rest.post("/api/v1/plans", body).body())
        .isEqualTo(rest.post("/api/v1/plans", body).body());
  }

  @Test
  void preview_configurationOnly_isAnotherRevision() {
    JsonNode plain = rest.post("/api/v1/plans", "{\"service\": \"checkout\"}").json();
    JsonNode other =
        rest.post(
                "/api/v1/plans",
                "{\"service\": \"checkout\", \"parameters\": {\"currency\": \"USD\"}}")
            .json();

    assertThat(plain.path("image")).isEqualTo(other.path("image"));
    assertThat(plain.path("revision")).isNotEqualTo(other.path("revision"));
  }

  @Test
  void preview_unknownService_is404NamingTheNearest() {
    Rest.Answer answer = rest.post("/api/v1/plans", "{\"service\": \"checkuot\"}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("unknown-service");
    assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/service");
    assertThat(answer.json().at("/errors/0/value").asText()).isEqualTo("checkuot");
    assertThat(answer.json().at("/errors/0/remedy").asText())
        .isEqualTo("Did you mean \"checkout\"?");
  }

  @Test
  void preview_faultyRequest_namesEveryFault() {
    Rest.Answer answer =
        rest.post(
            "/api/v1/plans",
            """
            {"servce": "checkout", "image": "shop/checkout:1.2", "parameters": {"a": 3}}\
            """);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(pointers(answer)).containsKeys("/service", "/servce", "/image", "/parameters/a");
  }

  @Test
  void preview_imageOfAnotherRepositoryAndUnknownParameter_isRefused() {
    Rest.Answer answer =
        rest.post(
            "/api/v1/plans",
            """
            {"service": "checkout", "image": "shop/cart@sha256:%s",
             "parameters": {"replicsa": "3", "region": "x"}}\
            """
                .formatted("2".repeat(64)));

    assertThat(pointers(answer))
        .containsOnlyKeys("/image", "/parameters/replicsa", "/parameters/region");
  }
}
