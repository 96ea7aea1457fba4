package dev.meridian.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.sandbox.world.InMemoryJournal;
import dev.meridian.sandbox.world.ManualClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultServerTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final RegionCode TOKYO = new RegionCode("ap-northeast-1");
  private static final RegionCode MUMBAI = new RegionCode("ap-south-1");

  private final ManualClock clock = new ManualClock(NOON);
  private final InMemoryJournal journal = new InMemoryJournal(clock);
  private final JournaledFaults faults = new JournaledFaults(journal);
  private final FaultServer server = FaultServer.start(faults, List.of(TOKYO, MUMBAI), 0);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  @Test
  void fault_begunAndEnded_isActiveInBetween() throws Exception {
    HttpResponse<String> begun = post("{\"kind\":\"metrics-silent\",\"region\":\"ap-south-1\"}");
    assertThat(begun.statusCode()).isEqualTo(201);
    assertThat(begun.body()).contains("\"id\":\"fault-1\"");
    clock.advance(Duration.ofMinutes(10));
    assertThat(send("DELETE", "/faults/fault-1", "").statusCode()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(10));

    assertThat(faults.active(Fault.Kind.METRICS_SILENT, MUMBAI, NOON)).isTrue();
    assertThat(faults.active(Fault.Kind.METRICS_SILENT, TOKYO, NOON)).isFalse();
    assertThat(faults.active(Fault.Kind.METRICS_AWAY, MUMBAI, NOON)).isFalse();
    assertThat(faults.active(Fault.Kind.METRICS_SILENT, MUMBAI, clock.now())).isFalse();
    assertThat(new JournaledFaults(journal).byId()).isEqualTo(faults.byId());
  }

  @Test
  void fault_withoutRegion_isEverywhere() throws Exception {
    post("{\"kind\":\"metrics-away\"}");
    assertThat(faults.active(Fault.Kind.METRICS_AWAY, TOKYO, NOON)).isTrue();
    assertThat(faults.active(Fault.Kind.METRICS_AWAY, MUMBAI, NOON)).isTrue();
  }

  @Test
  void fault_lastingAWhile_endsByItself() throws Exception {
    post("{\"kind\":\"storm\",\"lasting\":\"PT30M\"}");
    assertThat(faults.active(Fault.Kind.STORM, TOKYO, NOON.plusSeconds(1799))).isTrue();
    assertThat(faults.active(Fault.Kind.STORM, TOKYO, NOON.plusSeconds(1800))).isFalse();
  }

  @Test
  void body_withSeveralMistakes_namesThemAll() throws Exception {
    HttpResponse<String> answer =
        post("{\"kind\":\"rain\",\"region\":\"moon\",\"lasting\":\"soon\",\"why\":1}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("/kind", "metrics-silent", "/region", "ap-south-1", "/lasting", "PT30M", "/why");
    assertThat(journal.after(0)).isEmpty();
  }

  @Test
  void body_thatIsNoJson_isRefused() throws Exception {
    assertThat(post("kind=storm").statusCode()).isEqualTo(400);
    assertThat(post("[]").statusCode()).isEqualTo(400);
  }

  @Test
  void unknownFault_ended_is404() throws Exception {
    HttpResponse<String> answer = send("DELETE", "/faults/fault-9", "");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("fault-9");
  }

  @Test
  void list_isInOrderOfBeginning() throws Exception {
    post("{\"kind\":\"storm\"}");
    post("{\"kind\":\"service-down\",\"region\":\"ap-south-1\"}");
    String list = send("GET", "/faults", "").body();
    assertThat(list.indexOf("storm")).isBetween(0, list.indexOf("service-down"));
    assertThat(send("PUT", "/faults", "").statusCode()).isEqualTo(405);
    assertThat(send("GET", "/elsewhere", "").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return send("POST", "/faults", body);
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    URI uri = server.address().resolve(path);
    return http.send(
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(10))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
