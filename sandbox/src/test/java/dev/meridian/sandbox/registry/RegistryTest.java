package dev.meridian.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.fault.JournaledFaults;
import dev.meridian.sandbox.world.ExampleWorld;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.sandbox.world.InMemoryJournal;
import dev.meridian.sandbox.world.ManualClock;
import dev.meridian.sandbox.world.World;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryTest {
  private static final Instant BEGINS = Instant.parse("2026-03-02T00:00:00Z");
  private static final RegionCode PARIS = new RegionCode("eu-west-3");
  private static final RegionCode SEOUL = new RegionCode("ap-northeast-2");
  private static final String DIGEST = "sha256:" + "2".repeat(64);

  private final ManualClock clock = new ManualClock(BEGINS);
  private final InMemoryJournal journal = new InMemoryJournal(clock);
  private final JournaledFaults faults = new JournaledFaults(journal);
  private final Registries registries =
      Registries.start(new World(ExampleWorld.of(7, BEGINS), clock, journal, faults), 0);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    http.shutdownNow();
    registries.close();
  }

  private HttpResponse<String> ask(RegionCode region, String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(registries.address(region).resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  @Test
  void manifest_ofAnImageOfTheWorld_isServedWithItsDigest() throws Exception {
    HttpResponse<String> head = ask(PARIS, "HEAD", "/v2/shop/checkout/manifests/" + DIGEST);
    HttpResponse<String> get = ask(PARIS, "GET", "/v2/shop/checkout/manifests/" + DIGEST);

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Docker-Content-Digest")).contains(DIGEST);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(get.body().length());
    assertThat(get.headers().firstValue("Content-Type"))
        .contains("application/vnd.oci.image.manifest.v1+json");
    assertThat(get.body()).contains("\"schemaVersion\":2");
  }

  @Test
  void manifest_thatTheWorldDoesNotHave_isUnknown() throws Exception {
    HttpResponse<String> manifest =
        ask(PARIS, "GET", "/v2/shop/checkout/manifests/sha256:" + "9".repeat(64));
    HttpResponse<String> repository = ask(PARIS, "GET", "/v2/shop/other/manifests/" + DIGEST);

    assertThat(manifest.statusCode()).isEqualTo(404);
    assertThat(manifest.body()).contains("MANIFEST_UNKNOWN");
    assertThat(repository.body()).contains("NAME_UNKNOWN");
  }

  @Test
  void base_andTags_answerAsTheSpecificationSays() throws Exception {
    assertThat(ask(PARIS, "GET", "/v2/").statusCode()).isEqualTo(200);
    assertThat(ask(PARIS, "GET", "/v2/shop/checkout/tags/list").body())
        .isEqualTo("{\"name\":\"shop/checkout\",\"tags\":[]}");
  }

  @Test
  void registryAway_concernsItsRegionAlone() throws Exception {
    faults.begin(Fault.Kind.REGISTRY_AWAY, Optional.of(PARIS), Optional.empty());

    assertThat(ask(PARIS, "HEAD", "/v2/shop/checkout/manifests/" + DIGEST).statusCode())
        .isEqualTo(503);
    assertThat(ask(SEOUL, "HEAD", "/v2/shop/checkout/manifests/" + DIGEST).statusCode())
        .isEqualTo(200);
  }
}
