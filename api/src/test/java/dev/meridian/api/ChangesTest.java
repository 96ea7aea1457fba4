package dev.meridian.api;

import static dev.meridian.api.DocumentsTest.pointers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ChangesTest {
  private static final String CHANGES = "/api/v1/changes";
  private static final String FLAG =
      """
      {"kind": "flag", "regions": ["eu-central-1", "ap-south-1"], "from": "2026-03-02T11:00:00Z",
       "until": "2026-03-02T13:00:00Z", "source": "new-basket on"}\
      """;

  private final TestApi api = new TestApi().described();
  private final Rest rest = api.rest();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void report_goodBody_isListedAsItWasSaid() {
    Rest.Answer answer = rest.post(CHANGES, FLAG);

    assertThat(answer.status()).isEqualTo(201);
    JsonNode listed = rest.get(CHANGES).json();
    assertThat(listed.path("changes")).containsExactly(answer.json());
    assertThat(answer.json().at("/regions/0").asText()).isEqualTo("ap-south-1");
    assertThat(answer.json().path("kind").asText()).isEqualTo("flag");
    assertThat(answer.json().path("recordedBy").asText()).isEqualTo("admin");
  }

  @Test
  void report_ofOneService_isListedWithIt() {
    Rest.Answer answer =
        rest.post(CHANGES, FLAG.replace("\"kind\"", "\"service\": \"checkout\", \"kind\""));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(rest.get(CHANGES).json().at("/changes/0/service").asText()).isEqualTo("checkout");
  }

  @Test
  void report_withoutRegionsAndEnd_isEverywhereUntilFurtherNotice() {
    Rest.Answer answer =
        rest.post(
            CHANGES,
            """
            {"kind": "dependency", "from": "2026-03-02T11:00:00Z", "source": "payments 7.1"}\
            """);

    assertThat(answer.json().path("regions")).hasSize(11);
    assertThat(answer.json().path("until").isNull()).isTrue();
  }

  @Test
  void report_faultyBody_namesEveryFaultAndNotesNothing() {
    Rest.Answer answer =
        rest.post(CHANGES, "{\"kind\": \"flga\", \"regions\": [], \"from\": \"noon\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(pointers(answer)).containsOnlyKeys("/kind", "/regions", "/from", "/source");
    assertThat(rest.get(CHANGES).json().path("changes")).isEmpty();
  }

  @Test
  void report_sameKeyTwice_isOneChangeAndAnotherBodyIsRefused() {
    String[] key = {"Idempotency-Key", "flag-1"};
    Rest.Answer first = rest.post(CHANGES, FLAG, key);

    assertThat(rest.post(CHANGES, FLAG, key).body()).isEqualTo(first.body());
    assertThat(rest.post(CHANGES, FLAG.replace(" on", " off"), key).problem())
        .isEqualTo("idempotency-key-reused");
    assertThat(rest.get(CHANGES).json().path("changes")).hasSize(1);
  }

  @Test
  void list_pages_followTheCursorToTheEnd() {
    for (int i = 0; i < 3; i++) {
      rest.post(CHANGES, FLAG);
    }

    JsonNode first = rest.get(CHANGES + "?limit=2").json();
    JsonNode second = rest.get(CHANGES + "?limit=2&before=" + first.path("next").asLong()).json();

    assertThat(first.path("changes")).hasSize(2);
    assertThat(second.path("changes")).hasSize(1);
    assertThat(second.path("next").isNull()).isTrue();
  }
}
