package dev.meridian.api;

import static dev.meridian.api.DocumentsTest.pointers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.release.ReleaseId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class IncidentsTest {
  private static final String INCIDENTS = "/api/v1/services/checkout/incidents";
  private static final String LEAK =
      """
      {"region": "eu-central-1", "kind": "leak", "exposedAt": "2026-02-20T00:00:00Z",
       "discoveredAt": "2026-02-21T12:00:00Z", "revision": "abcdef12", "note": "heap"}\
      """;

  private final TestApi api = new TestApi().described();
  private final Rest rest = api.rest();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void report_goodBody_isListedWithItsTimeToFailureAndWhoSaidSo() {
    Rest.Answer answer = rest.post(INCIDENTS, LEAK);

    assertThat(answer.status()).isEqualTo(201);
    JsonNode listed = rest.get(INCIDENTS).json();
    assertThat(listed.path("incidents")).containsExactly(answer.json());
    assertThat(listed.path("next").isNull()).isTrue();
    assertThat(answer.json().path("timeToFailure").asText()).isEqualTo("PT36H");
    assertThat(answer.json().path("source").asText()).isEqualTo("report");
    assertThat(answer.json().path("recordedBy").asText()).isEqualTo("admin");
    assertThat(answer.json().path("release").isNull()).isTrue();
  }

  @Test
  void report_faultyBody_namesEveryFaultAndNotesNothing() {
    Rest.Answer answer =
        rest.post(
            INCIDENTS,
            """
            {"region": "eu-cnetral-1", "kind": "lek", "exposedAt": "2026-02-22T00:00:00Z",
             "discoveredAt": "2026-02-21T12:00:00Z", "revision": "nohash", "notes": "heap"}\
            """);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(pointers(answer))
        .containsOnlyKeys("/region", "/kind", "/discoveredAt", "/revision", "/notes");
    assertThat(rest.get(INCIDENTS).json().path("incidents")).isEmpty();
  }

  @Test
  void report_unknownService_is404NamingTheNearest() {
    Rest.Answer answer = rest.post("/api/v1/services/checkuot/incidents", LEAK);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("unknown-service");
    assertThat(answer.detail()).contains("Did you mean \"checkout\"?");
    assertThat(rest.get("/api/v1/services/checkuot/incidents").status()).isEqualTo(404);
  }

  @Test
  void report_sameKeyTwice_isOneIncidentAndAnotherBodyIsRefused() {
    String[] key = {"Idempotency-Key", "pager-1"};
    Rest.Answer first = rest.post(INCIDENTS, LEAK, key);

    assertThat(rest.post(INCIDENTS, LEAK, key).body()).isEqualTo(first.body());
    Rest.Answer other = rest.post(INCIDENTS, LEAK.replace("heap", "stack"), key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(other.detail()).contains("\"pager-1\"");
    assertThat(rest.get(INCIDENTS).json().path("incidents")).hasSize(1);
  }

  @Test
  void list_pages_followTheCursorToTheEnd() {
    for (int i = 0; i < 3; i++) {
      rest.post(INCIDENTS, LEAK);
    }

    JsonNode first = rest.get(INCIDENTS + "?limit=2").json();
    JsonNode second = rest.get(INCIDENTS + "?limit=2&before=" + first.path("next").asLong()).json();

    assertThat(first.path("incidents")).hasSize(2);
    assertThat(second.path("incidents")).hasSize(1);
    assertThat(second.path("next").isNull()).isTrue();
  }

  @Test
  void plan_afterAnIncident_bakesLongerAndSaysWhy() {
    JsonNode before = plan();
    rest.post(INCIDENTS, LEAK);

    JsonNode after = plan();
    assertThat(bakes(before)).noneMatch(bake -> bake.toString().contains("leak"));
    assertThat(bakes(after)).anyMatch(bake -> bake.toString().contains("leak, 1 incident"));
  }

  @Test
  void release_startedBeforeAnIncident_keepsThePlanThatItStartedWith() {
    String id = api.started("2");
    Optional<Map<String, Object>> frozen = api.ports().releases().plan(ReleaseId.parse(id));

    rest.post(INCIDENTS, LEAK);

    assertThat(api.ports().releases().plan(ReleaseId.parse(id))).isEqualTo(frozen);
    assertThat(frozen.orElseThrow().toString()).doesNotContain("leak");
  }

  private JsonNode plan() {
    return rest.post("/api/v1/plans", "{\"service\": \"checkout\"}").json();
  }

  private static List<JsonNode> bakes(JsonNode plan) {
    return plan.findValues("inputs");
  }
}
