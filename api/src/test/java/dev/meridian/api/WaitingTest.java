package dev.meridian.api;

import static dev.meridian.api.TestApi.image;
import static dev.meridian.api.TestApi.startBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Releases that are wanted while another one is active. */
@Timeout(60)
class WaitingTest {
  private static final String RELEASES = "/api/v1/releases";
  private static final RegionCode PARIS = new RegionCode("eu-west-3");
  private static final String WHY = "{\"reason\": \"wrong build\"}";

  private final TestApi api = new TestApi().described();
  private final Rest rest = api.rest();
  private String active = "";

  @BeforeEach
  void start() {
    active = api.started("2");
  }

  @AfterEach
  void close() {
    api.close();
  }

  private JsonNode release(String id) {
    return rest.get(RELEASES + "/" + id).json();
  }

  /** The release once something has happened to it that it waits for. */
  private JsonNode later(String id) {
    long seq = release(id).path("seq").asLong();
    return release(id).path("phase").asText().equals("waiting")
        ? rest.get(RELEASES + "/" + id + "?wait=PT30S&after=" + seq).json()
        : release(id);
  }

  private void end(String id, ReleaseOutcome outcome) {
    api.happens(id, new ReleaseEvent.ReleaseEnded(outcome, "over"));
  }

  @Test
  void start_whileAnotherRuns_waitsAndTheEngineIsNotTold() {
    Rest.Answer answer = rest.post(RELEASES, startBody("3"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    JsonNode waiting = answer.json();
    assertThat(waiting.path("phase").asText()).isEqualTo("waiting");
    assertThat(waiting.path("waitsFor").asText()).isEqualTo(active);
    assertThat(waiting.path("image").asText()).isEqualTo(image("3"));
    assertThat(waiting.path("waves")).isEmpty();
    assertThat(waiting.at("/reached/validated").asBoolean()).isFalse();
    assertThat(api.engine().started()).extracting(ReleaseId::toString).containsExactly(active);
    assertThat(rest.get(RELEASES + "?phase=waiting").json().path("releases")).hasSize(1);
  }

  @Test
  void start_anotherOneStill_supersedesTheOneThatWaited() {
    String older = api.started("3");
    String newest = api.started("4");

    assertThat(release(older).path("phase").asText()).isEqualTo("ended");
    assertThat(release(older).path("outcome").asText()).isEqualTo("SUPERSEDED");
    assertThat(release(older).path("reason").asText()).contains(newest);
    assertThat(release(newest).path("phase").asText()).isEqualTo("waiting");
    assertThat(rest.get(RELEASES + "/" + older + "/events").body())
        .contains("event: release-waits")
        .contains("event: release-ended");
  }

  @Test
  void turn_whenTheActiveOneHasEnded_startsByItselfByTheDocumentsOfThatMoment() {
    String waiting = api.started("3");
    String changed = TestApi.example("checkout.yaml").replace("alpha: 0.01", "alpha: 0.02");
    rest.put("/api/v1/services/checkout", TestApi.YAML, changed);
    end(active, ReleaseOutcome.COMPLETED);

    JsonNode began = later(waiting);

    assertThat(began.path("phase").asText()).isEqualTo("running");
    assertThat(began.path("serviceVersion").asInt()).isEqualTo(2);
    assertThat(began.path("image").asText()).isEqualTo(image("3"));
    assertThat(began.path("requestedBy").asText()).isEqualTo("admin");
    assertThat(began.path("waitsFor").isMissingNode() || began.path("waitsFor").isNull()).isTrue();
    assertThat(began.path("waves")).isNotEmpty();
  }

  @Test
  void turn_engineIsTold() throws Exception {
    String waiting = api.started("3");
    end(active, ReleaseOutcome.COMPLETED);
    later(waiting);

    while (!told().contains(waiting)) {
      Thread.onSpinWait();
    }
  }

  private List<String> told() {
    return api.engine().started().stream().map(ReleaseId::toString).toList();
  }

  @Test
  void turn_revisionTakenBackMeanwhile_endsRefusedWithTheReason() {
    String waiting = api.started("2");
    end(active, ReleaseOutcome.ROLLED_BACK);

    JsonNode refused = later(waiting);

    assertThat(refused.path("outcome").asText()).isEqualTo("REFUSED");
    assertThat(refused.path("reason").asText())
        .startsWith("its turn came and it could not start: ")
        .contains(active);
  }

  @Test
  void turn_documentDoesNotKnowAParameterAnyMore_endsRefusedNamingIt() {
    String body =
        """
        {"service": "checkout", "image": "%s", "reason": "x", "parameters": {"currency": "USD"}}
        """
            .formatted(image("3"));
    String waiting = rest.post(RELEASES, body).json().path("id").asText();
    String changed =
        TestApi.example("checkout.yaml")
            .replace(", currency: EUR", "")
            .replace("${currency}", "EUR");
    rest.put("/api/v1/services/checkout", TestApi.YAML, changed);
    end(active, ReleaseOutcome.COMPLETED);

    assertThat(later(waiting).path("reason").asText())
        .contains("the template has no such parameter");
  }

  @Test
  void turn_regionStillOwed_waitsOnUntilItIsSettled() {
    String waiting = api.started("3");
    api.happens(active, new RegionEvent.RegionOwed(PARIS, 1, "unreachable"));
    end(active, ReleaseOutcome.ABORTED);
    assertThat(rest.post(RELEASES, startBody("4")).problem()).isEqualTo("regions-owed");
    assertThat(release(waiting).path("phase").asText()).isEqualTo("waiting");

    api.happens(active, new RegionEvent.RegionSettled(PARIS, 1, "restored"));

    assertThat(later(waiting).path("phase").asText()).isEqualTo("running");
  }

  @Test
  void abort_whileItWaits_endsItAndOnlyIt() {
    String waiting = api.started("3");

    assertThat(rest.post(RELEASES + "/" + waiting + "/pause", WHY).status()).isEqualTo(409);
    assertThat(rest.post(RELEASES + "/" + waiting + "/pause", WHY).detail())
        .contains("only stop and abort apply");
    Rest.Answer answer = rest.post(RELEASES + "/" + waiting + "/abort", WHY);

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(answer.json().path("delivery").asText()).isEqualTo("taken");
    assertThat(release(waiting).path("outcome").asText()).isEqualTo("ABORTED");
    assertThat(release(waiting).path("reason").asText()).isEqualTo("wrong build");
    assertThat(release(active).path("phase").asText()).isEqualTo("running");
    assertThat(actors(waiting)).containsExactly("admin", "admin", "admin");
  }

  private List<String> actors(String id) {
    JsonNode entries = rest.get(RELEASES + "/" + id + "/ledger").json().path("entries");
    return StreamSupport.stream(entries.spliterator(), false)
        .map(entry -> entry.path("actor").asText())
        .toList();
  }

  @Test
  void start_sameKeyWhileItWaitsAndAfterItHasBegun_isTheSameRelease() {
    String location =
        rest.post(RELEASES, startBody("3"), "Idempotency-Key", "run-1").header("Location");
    Rest.Answer again = rest.post(RELEASES, startBody("3"), "Idempotency-Key", "run-1");
    assertThat(again.header("Location")).isEqualTo(location);
    assertThat(again.json().path("phase").asText()).isEqualTo("waiting");
    end(active, ReleaseOutcome.COMPLETED);
    later(location.substring(location.lastIndexOf('/') + 1));

    assertThat(rest.post(RELEASES, startBody("3"), "Idempotency-Key", "run-1").header("Location"))
        .isEqualTo(location);
  }
}
