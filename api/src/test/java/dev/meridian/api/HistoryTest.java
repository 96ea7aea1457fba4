package dev.meridian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final RegionCode PARIS = new RegionCode("eu-west-3");

  private final TestApi api = new TestApi().described();
  private final Rest rest = api.rest();
  private String release = "";

  @BeforeEach
  void start() {
    release = "/api/v1/releases/" + api.started("2");
  }

  @AfterEach
  void close() {
    api.close();
  }

  private String id() {
    return release.substring(release.lastIndexOf('/') + 1);
  }

  private void end() {
    api.happens(id(), new ReleaseEvent.ReleaseEnded(ReleaseOutcome.COMPLETED, "all passed"));
  }

  @Test
  void events_fromTheStart_tellEverythingAndEndWithTheRelease() throws IOException {
    api.happens(id(), new ReleaseEvent.WaveStarted(1, List.of(PARIS), "first"));
    end();

    List<String> lines = readAll();

    assertThat(lines)
        .contains("id: 1", "event: release-started", "id: 2", "event: wave-started", "id: 3")
        .contains("event: release-ended");
    String data =
        lines.stream().filter(line -> line.startsWith("data: ")).toList().get(1).substring(6);
    JsonNode event = new ObjectMapper().readTree(data);
    assertThat(event.path("seq").asLong()).isEqualTo(2);
    assertThat(event.path("actor").asText()).isEqualTo("meridian");
    assertThat(event.at("/event/reason").asText()).isEqualTo("first");
  }

  @Test
  void events_whileNothingHappens_sendCommentsAndThenGoOn() throws IOException {
    try (BufferedReader reader = open()) {
      String line = reader.readLine();
      while (!line.startsWith(":")) {
        line = reader.readLine();
      }
      end();
      List<String> rest = reader.lines().toList();
      assertThat(rest).contains("event: release-ended");
    }
  }

  @Test
  void events_withLastEventId_goOnAfterIt() throws IOException {
    api.happens(id(), new ReleaseEvent.WaveStarted(1, List.of(PARIS), "first"));
    end();

    List<String> lines = readAll("Last-Event-ID", "2");

    assertThat(lines).contains("id: 3").doesNotContain("id: 1", "id: 2");
  }

  @Test
  void events_nothingLeftToTell_is204() {
    end();

    assertThat(rest.get(release + "/events", "Last-Event-ID", "2").status()).isEqualTo(204);
    assertThat(rest.get("/api/v1/releases/nothing/events").status()).isEqualTo(404);
    assertThat(rest.get(release + "/events", "Last-Event-ID", "last").problem())
        .isEqualTo("invalid-request");
  }

  @Test
  void events_ofAnOwedRegionAfterTheEnd_areToldToWhoeverComesAgain() throws IOException {
    api.happens(id(), new RegionEvent.RegionOwed(PARIS, 1, "away"));
    end();
    api.happens(id(), new RegionEvent.RegionSettled(PARIS, 1, "nothing is owed any more"));

    List<String> lines = readAll("Last-Event-ID", "3");

    assertThat(lines).contains("id: 4", "event: region-settled").doesNotContain("id: 3");
  }

  @Test
  void evidence_afterAVerdict_showsTheNumbersAsStored() {
    String stored = api.ports().artifacts().store("evidence", "{\"eValue\":412.5}");
    api.happens(
        id(),
        new RegionEvent.VerdictGiven(
            PARIS, 1, VerdictCause.GATE, stored, "errors 4.1 % against 0.2 %"));

    JsonNode verdict = rest.get(release + "/evidence").json().at("/verdicts/0");

    assertThat(verdict.path("region").asText()).isEqualTo("eu-west-3");
    assertThat(verdict.path("verdict").asText()).isEqualToIgnoringCase("degraded");
    assertThat(verdict.path("sentence").asText()).isEqualTo("errors 4.1 % against 0.2 %");
    assertThat(verdict.at("/evidence/eValue").asDouble()).isEqualTo(412.5);
    assertThat(rest.get(release + "/evidence?region=us-east-1").json().path("verdicts")).isEmpty();
  }

  @Test
  void ledger_ofARelease_isAChainThatVerifies() {
    api.happens(id(), new ReleaseEvent.WaveStarted(1, List.of(PARIS), "first"));
    end();

    JsonNode chain = rest.get(release + "/ledger?verify=true").json();

    assertThat(chain.path("entries")).hasSize(3);
    assertThat(chain.at("/entries/1/prevHash")).isEqualTo(chain.at("/entries/0/hash"));
    assertThat(chain.at("/entries/1/payload/reason").asText()).isEqualTo("first");
    assertThat(chain.at("/chain/intact").asBoolean()).isTrue();
    assertThat(chain.at("/chain/entries").asInt()).isEqualTo(3);
    JsonNode page = rest.get(release + "/ledger?after=1&limit=1").json();
    assertThat(page.at("/entries/0/seq").asLong()).isEqualTo(2);
    assertThat(page.path("next").asLong()).isEqualTo(2);
    assertThat(page.path("chain").isNull()).isTrue();
  }

  private BufferedReader open(String... headers) {
    return new BufferedReader(
        new InputStreamReader(
            rest.open(release + "/events", headers).body(), StandardCharsets.UTF_8));
  }

  private List<String> readAll(String... headers) throws IOException {
    try (BufferedReader reader = open(headers)) {
      return new ArrayList<>(reader.lines().toList());
    }
  }
}
