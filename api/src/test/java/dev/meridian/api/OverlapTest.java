package dev.meridian.api;

import static dev.meridian.api.TestApi.startBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Releases of a service whose policy lets the next one use staging and canary. */
@Timeout(60)
class OverlapTest {
  private static final String RELEASES = "/api/v1/releases";
  private static final String WHY = "{\"reason\": \"wrong build\"}";

  private final TestApi api = new TestApi().described();
  private final Rest rest = api.rest();
  private String older = "";

  @BeforeEach
  void start() {
    String overlapping =
        TestApi.example("checkout.yaml").replace("overlap: none", "overlap: canary");
    rest.put("/api/v1/services/checkout", TestApi.YAML, overlapping);
    older = api.started("2");
  }

  @AfterEach
  void close() {
    api.close();
  }

  private JsonNode release(String id) {
    return rest.get(RELEASES + "/" + id).json();
  }

  /** What the workflow would record until the first wave with a production region. */
  private void passesCanary(String id) {
    for (JsonNode wave : release(id).path("waves")) {
      List<RegionCode> regions = new ArrayList<>();
      for (JsonNode region : wave.path("regions")) {
        if (region.path("role").asText().equals("production")) {
          return;
        }
        regions.add(new RegionCode(region.path("region").asText()));
      }
      passes(id, wave.path("number").asInt(), regions);
    }
  }

  private void passes(String id, int wave, List<RegionCode> regions) {
    api.happens(id, new ReleaseEvent.WaveStarted(wave, regions, "next"));
    for (RegionCode region : regions) {
      api.happens(id, new RegionEvent.RegionEnded(region, 1, RegionEnd.PASSED, "healthy"));
    }
    api.happens(id, new ReleaseEvent.WavePassed(wave, "all of it"));
  }

  @Test
  void start_onceTheActiveOneHasPassedCanary_runsBehindItAndBothSaySo() {
    passesCanary(older);

    Rest.Answer answer = rest.post(RELEASES, startBody("3"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    String younger = answer.json().path("id").asText();
    assertThat(answer.json().path("phase").asText()).isEqualTo("running");
    assertThat(answer.json().path("behind").asText()).isEqualTo(older);
    assertThat(answer.json().path("waves")).isNotEmpty();
    assertThat(release(older).path("followedBy").asText()).isEqualTo(younger);
    assertThat(rest.get(RELEASES).json().at("/releases/0/behind").asText()).isEqualTo(older);
    assertThat(api.engine().started())
        .extracting(ReleaseId::toString)
        .containsExactly(older, younger);

    api.happens(older, new ReleaseEvent.ReleaseEnded(ReleaseOutcome.COMPLETED, "everywhere"));
    api.happens(younger, new ReleaseEvent.OlderEnded(ReleaseId.parse(older), "completed"));

    assertThat(release(younger).path("behind").asText("")).isIn("", "null");
    assertThat(release(older).path("followedBy").asText("")).isIn("", "null");
  }

  @Test
  void turn_asSoonAsTheActiveOneHasPassedCanary_startsByItselfBehindIt() {
    String younger = api.started("3");
    JsonNode waiting = release(younger);
    assertThat(waiting.path("phase").asText()).isEqualTo("waiting");
    assertThat(waiting.path("behind").asText("")).isIn("", "null");

    passesCanary(older);

    JsonNode began =
        rest.get(RELEASES + "/" + younger + "?wait=PT30S&after=" + waiting.path("seq").asLong())
            .json();
    assertThat(began.path("phase").asText()).isEqualTo("running");
    assertThat(began.path("behind").asText()).isEqualTo(older);
  }

  @Test
  void stop_whileTheOlderOneHasNotEnded_is409AndAbortIsTheWayOut() {
    passesCanary(older);
    String younger = api.started("3");

    Rest.Answer refused = rest.post(RELEASES + "/" + younger + "/stop", WHY);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.detail()).contains(older).contains("abort this one");
    assertThat(rest.post(RELEASES + "/" + younger + "/abort", WHY).status()).isEqualTo(202);
  }
}
