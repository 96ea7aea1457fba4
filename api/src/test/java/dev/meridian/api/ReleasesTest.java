package dev.meridian.api;

import static dev.meridian.api.DocumentsTest.pointers;
import static dev.meridian.api.TestApi.image;
import static dev.meridian.api.TestApi.startBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.region.RegionCode;
import dev.meridian.region.change.RegionChange;
import dev.meridian.release.PauseCause;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReleasesTest {
  private static final String RELEASES = "/api/v1/releases";
  private static final RegionCode PARIS = new RegionCode("eu-west-3");

  private final TestApi api = new TestApi().described();
  private final Rest rest = api.rest();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void start_newRevision_isAcceptedFrozenAndHandedToTheEngine() {
    Rest.Answer answer = rest.post(RELEASES, startBody("2"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    String id = answer.json().path("id").asText();
    assertThat(answer.header("Location")).isEqualTo(RELEASES + "/" + id);
    assertThat(api.engine().started()).extracting(Object::toString).containsExactly(id);
    JsonNode release = rest.get(RELEASES + "/" + id).json();
    assertThat(release.path("phase").asText()).isEqualTo("running");
    assertThat(release.path("image").asText()).isEqualTo(image("2"));
    assertThat(release.path("requestedBy").asText()).isEqualTo("admin");
    assertThat(release.path("catalogVersion").asInt()).isEqualTo(1);
    assertThat(release.path("serviceVersion").asInt()).isEqualTo(1);
    assertThat(release.at("/waves/0/regions/0/region").asText()).isEqualTo("eu-west-3");
    assertThat(release.at("/waves/0/regions/0/condition").asText()).isEqualTo("waiting");
    assertThat(release.at("/reached/validated").asBoolean()).isFalse();
  }

  @Test
  void start_withoutImage_takesTheDocuments() {
    String body = "{\"service\": \"checkout\", \"reason\": \"first\"}";

    assertThat(rest.post(RELEASES, body).json().path("image").asText()).isEqualTo(image("1"));
  }

  @Test
  void start_engineAway_isAcceptedAllTheSame() {
    api.engine().goAway();

    assertThat(rest.post(RELEASES, startBody("2")).status()).isEqualTo(202);
    assertThat(api.ports().releases().unfinished()).hasSize(1);
  }

  @Test
  void start_imageWithoutDigestAndNoReason_namesBoth() {
    Rest.Answer answer =
        rest.post(RELEASES, "{\"service\": \"checkout\", \"image\": \"shop/checkout:1\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(pointers(answer)).containsOnlyKeys("/image", "/reason");
  }

  @Test
  void start_sameKeySameBody_isTheFirstAnswer() {
    Rest.Answer first = rest.post(RELEASES, startBody("2"), "Idempotency-Key", "run-1");
    Rest.Answer second = rest.post(RELEASES, startBody("2"), "Idempotency-Key", "run-1");

    assertThat(second.status()).isEqualTo(202);
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(api.engine().started()).hasSize(1);
  }

  @Test
  void start_sameKeyAfterTheDocumentsHaveChanged_isTheFirstAnswerStill() {
    String body =
        """
        {"service": "checkout", "image": "%s", "reason": "x", "parameters": {"currency": "USD"}}
        """
            .formatted(image("2"));
    String location = rest.post(RELEASES, body, "Idempotency-Key", "run-1").header("Location");
    String changed =
        TestApi.example("checkout.yaml")
            .replace(", currency: EUR", "")
            .replace("${currency}", "EUR");
    assertThat(rest.put("/api/v1/services/checkout", TestApi.YAML, changed).status())
        .isEqualTo(200);
    assertThat(rest.post(RELEASES, body, "Idempotency-Key", "run-2").status()).isEqualTo(422);

    Rest.Answer again = rest.post(RELEASES, body, "Idempotency-Key", "run-1");

    assertThat(again.status()).as(again.body()).isEqualTo(202);
    assertThat(again.header("Location")).isEqualTo(location);
  }

  @Test
  void start_sameKeyOtherBody_is422() {
    rest.post(RELEASES, startBody("2"), "Idempotency-Key", "run-1");

    Rest.Answer answer = rest.post(RELEASES, startBody("3"), "Idempotency-Key", "run-1");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("idempotency-key-reused");
    assertThat(rest.post(RELEASES, startBody("3"), "Idempotency-Key", "a b").problem())
        .isEqualTo("invalid-request");
  }

  @Test
  void start_sameKeyEightTimesAtOnce_isOneRelease() throws Exception {
    List<Future<Rest.Answer>> answers = new ArrayList<>();
    Callable<Rest.Answer> start =
        () -> rest.post(RELEASES, startBody("2"), "Idempotency-Key", "run-1");
    try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 8; i++) {
        answers.add(callers.submit(start));
      }
    }

    List<String> locations = new ArrayList<>();
    for (Future<Rest.Answer> answer : answers) {
      assertThat(answer.get().status()).isEqualTo(202);
      locations.add(answer.get().header("Location"));
    }
    assertThat(locations.stream().distinct()).hasSize(1);
    assertThat(rest.get(RELEASES).json().path("releases")).hasSize(1);
  }

  @Test
  void get_afterEvents_showsEachRegionAsItStands() {
    String id = api.started("2");
    api.happens(id, new ReleaseEvent.WaveStarted(1, List.of(PARIS), "first"));
    api.happens(id, new RegionEvent.RegionStarted(PARIS, 1, "wave 1"));
    api.happens(id, new RegionEvent.DeployIntended(PARIS, 1, "00"));
    api.happens(id, new RegionEvent.Deployed(PARIS, 1, TestApi.NOON));
    assertThat(condition(id)).isEqualTo("checking");
    api.happens(
        id, new RegionEvent.BakeStarted(PARIS, 1, TestApi.NOON, TestApi.NOON.plusSeconds(600)));
    JsonNode baking = rest.get(RELEASES + "/" + id).json().at("/waves/0/regions/0");
    assertThat(baking.path("condition").asText()).isEqualTo("baking");
    assertThat(baking.path("bakesUntil").asText()).isEqualTo("2026-03-02T12:10:00Z");
    api.happens(id, new RegionEvent.RegionEnded(PARIS, 1, RegionEnd.PASSED, "all was well"));
    api.happens(id, new ReleaseEvent.WavePassed(1, "staging passed"));

    JsonNode release = rest.get(RELEASES + "/" + id).json();
    assertThat(release.at("/waves/0/progress").asText()).isEqualTo("passed");
    assertThat(release.at("/waves/0/regions/0/sentence").asText()).isEqualTo("all was well");
    assertThat(release.at("/reached/validated").asBoolean()).isTrue();
    assertThat(release.at("/reached/canary").asBoolean()).isFalse();
  }

  @Test
  void get_afterTheDocumentsChanged_saysWhatBecomesOfEachRegion() {
    String id = api.started("2");
    JsonNode before = rest.get(RELEASES + "/" + id).json();
    RegionChange narrowed = new RegionChange.GoesOnAsFrozen(PARIS, List.of("mayReceiveFrom"), true);
    api.happens(
        id,
        new ReleaseEvent.CatalogueChanged(2, 1, List.of(narrowed), Optional.empty(), "because"));

    JsonNode release = rest.get(RELEASES + "/" + id).json();
    assertThat(before.path("planRevision").asInt()).isEqualTo(1);
    assertThat(before.path("changes")).isEmpty();
    assertThat(release.path("planRevision").asInt()).isEqualTo(1);
    assertThat(release.at("/changes/0/region").asText()).isEqualTo(PARIS.value());
    assertThat(release.at("/changes/0/kind").asText()).isEqualTo("goes-on-as-frozen");
    assertThat(release.at("/changes/0/lawNarrowed").asBoolean()).isTrue();
    assertThat(release.at("/changes/0/sentence").asText()).isEqualTo(narrowed.sentence());
  }

  private String condition(String id) {
    return rest.get(RELEASES + "/" + id).json().at("/waves/0/regions/0/condition").asText();
  }

  @Test
  void get_waitingForNews_answersWhenThereIsSome() throws Exception {
    String id = api.started("2");
    long seq = rest.get(RELEASES + "/" + id).json().path("seq").asLong();
    CompletableFuture<JsonNode> waiting =
        CompletableFuture.supplyAsync(
            () -> rest.get(RELEASES + "/" + id + "?wait=PT30S&after=" + seq).json());

    api.happens(id, new ReleaseEvent.WaveStarted(1, List.of(PARIS), "first"));

    assertThat(waiting.get(20, TimeUnit.SECONDS).path("seq").asLong()).isEqualTo(seq + 1);
  }

  @Test
  void get_waitingForAPoint_answersWhenItIsReachedOrAPersonIsNeeded() throws Exception {
    String id = api.started("2");
    CompletableFuture<JsonNode> waiting =
        CompletableFuture.supplyAsync(
            () -> rest.get(RELEASES + "/" + id + "?wait=PT30S&until=validated").json());
    api.happens(id, new ReleaseEvent.WaveStarted(1, List.of(PARIS), "first"));
    api.happens(id, new RegionEvent.RegionEnded(PARIS, 1, RegionEnd.PASSED, "well"));
    api.happens(id, new ReleaseEvent.WavePassed(1, "staging passed"));

    assertThat(waiting.get(20, TimeUnit.SECONDS).at("/reached/validated").asBoolean()).isTrue();

    CompletableFuture<JsonNode> canary =
        CompletableFuture.supplyAsync(
            () -> rest.get(RELEASES + "/" + id + "?wait=PT30S&until=canary").json());
    api.happens(id, new ReleaseEvent.Paused(PauseCause.TELEMETRY_OUTAGE, "meridian", "all silent"));
    assertThat(canary.get(20, TimeUnit.SECONDS).path("phase").asText()).isEqualTo("paused");
  }

  @Test
  void get_nothingHappens_answersAtTheEndOfTheWait() {
    String id = api.started("2");

    assertThat(rest.get(RELEASES + "/" + id + "?wait=PT0.2S").json().path("phase").asText())
        .isEqualTo("running");
    assertThat(rest.get(RELEASES + "/" + id + "?wait=soon").problem()).isEqualTo("invalid-request");
    assertThat(rest.get(RELEASES + "/" + id + "?until=later&wait=PT1S").problem())
        .isEqualTo("invalid-request");
  }

  @Test
  void get_unknown_is404() {
    assertThat(rest.get(RELEASES + "/0198").problem()).isEqualTo("unknown-release");
    assertThat(rest.get(RELEASES + "/01980000-0000-7000-8000-000000000000").problem())
        .isEqualTo("unknown-release");
  }

  @Test
  void list_manyReleases_pagesNewestFirst() {
    List<String> ids = new ArrayList<>();
    for (String digit : List.of("2", "3", "4")) {
      ids.addFirst(api.started(digit));
      api.happens(ids.getFirst(), new ReleaseEvent.ReleaseEnded(ReleaseOutcome.STOPPED, "enough"));
    }

    JsonNode first = rest.get(RELEASES + "?limit=2").json();
    assertThat(first.path("releases"))
        .extracting(release -> release.path("id").asText())
        .containsExactly(ids.get(0), ids.get(1));
    JsonNode second = rest.get(RELEASES + "?limit=2&before=" + first.path("next").asText()).json();
    assertThat(second.path("releases"))
        .extracting(release -> release.path("id").asText())
        .containsExactly(ids.get(2));
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(rest.get(RELEASES + "?phase=running").json().path("releases")).isEmpty();
    assertThat(rest.get(RELEASES + "?phase=ended&service=checkout").json().path("releases"))
        .hasSize(3);
    assertThat(rest.get(RELEASES + "?service=cart").json().path("releases")).isEmpty();
  }
}
