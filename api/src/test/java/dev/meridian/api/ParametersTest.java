package dev.meridian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ParametersTest {
  private static final String RELEASES = "/api/v1/releases";

  private final TestApi api = new TestApi().described();
  private final Rest rest = api.rest();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void longPoll_withThreeParametersThatCannotBeRead_namesAllThreeWithValueAndRemedy() {
    Rest.Answer answer =
        rest.get(RELEASES + "/" + api.started("2") + "?wait=60&until=banana&after=x");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("invalid-request");
    assertThat(answer.detail()).contains("the 3 places");
    assertThat(remedies(answer))
        .containsEntry(
            "wait=60", "Write an ISO-8601 duration such as PT30S; at most PT60S is waited.")
        .containsEntry("until=banana", "Use one of: canary, completed, validated.")
        .containsEntry("after=x", "Write digits only, such as 20.")
        .hasSize(3);
    assertThat(answer.json().at("/errors/0").has("pointer")).isFalse();
  }

  @Test
  void list_withNegativeLimitAndUnknownPhase_listsThePhases() {
    Map<String, String> remedies = remedies(rest.get(RELEASES + "?limit=-1&phase=foo"));

    assertThat(remedies).containsOnlyKeys("limit=-1", "phase=foo");
    assertThat(remedies)
        .containsEntry("phase=foo", "Use one of: ended, paused, recovering, running, waiting.");
    assertThat(remedies(rest.get(RELEASES + "?service=A+B"))).containsOnlyKeys("service=A B");
  }

  @Test
  void headers_thatCannotBeRead_areNamedAsTheCallerWroteThem() {
    String release = RELEASES + "/" + api.started("2");

    assertThat(remedies(rest.get(release + "/events", "Last-Event-ID", "abc")))
        .containsOnlyKeys("Last-Event-ID=abc");
    assertThat(
            remedies(
                rest.post(release + "/pause", "{\"reason\": \"x\"}", "Idempotency-Key", "a b")))
        .containsOnlyKeys("Idempotency-Key=a b");
    assertThat(remedies(rest.get(release + "/ledger?verify=perhaps")))
        .containsEntry("verify=perhaps", "Use one of: false, true.");
  }

  private static Map<String, String> remedies(Rest.Answer answer) {
    Map<String, String> remedies = new TreeMap<>();
    for (JsonNode error : answer.json().path("errors")) {
      remedies.put(
          error.path("parameter").asText() + "=" + error.path("value").asText(),
          error.path("remedy").asText());
    }
    return remedies;
  }
}
