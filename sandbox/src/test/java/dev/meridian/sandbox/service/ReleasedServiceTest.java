package dev.meridian.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.fault.JournaledFaults;
import dev.meridian.sandbox.world.ExampleImage;
import dev.meridian.sandbox.world.ExampleWorld;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.sandbox.world.InMemoryJournal;
import dev.meridian.sandbox.world.ManualClock;
import dev.meridian.sandbox.world.RunningPods;
import dev.meridian.sandbox.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReleasedServiceTest {
  private static final Instant BEGINS = Instant.parse("2026-03-02T00:00:00Z");
  private static final RegionCode PARIS = new RegionCode("eu-west-3");
  private static final RegionCode MONTREAL = new RegionCode("ca-central-1");
  private static final RegionCode SEOUL = new RegionCode("ap-northeast-2");

  /** The same pods everywhere, for ever. */
  private static final class Everywhere implements RunningPods {
    private List<Running> running = List.of(pods(ExampleImage.INCUMBENT, 4));

    static Running pods(ExampleImage image, int ready) {
      return new Running(image.reference(), image.name(), ready, BEGINS.minusSeconds(60));
    }

    @Override
    public List<Running> at(RegionCode region, Instant when) {
      return running;
    }

    @Override
    public List<Instant> changes(RegionCode region, Instant from, Instant to) {
      return List.of();
    }
  }

  private final ManualClock clock = new ManualClock(BEGINS);
  private final InMemoryJournal journal = new InMemoryJournal(clock);
  private final JournaledFaults faults = new JournaledFaults(journal);
  private final Everywhere pods = new Everywhere();
  private final ReleasedService service =
      ReleasedService.start(new World(ExampleWorld.of(7, BEGINS), clock, journal, faults), pods, 0);
  private final CheckHook hook = CheckHook.start(service.addresses(), "open sesame", 0);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    http.shutdownNow();
    hook.close();
    service.close();
  }

  private HttpResponse<String> get(RegionCode region, String path)
      throws IOException, InterruptedException {
    URI address = service.address(region);
    return http.send(
        HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
  }

  private int failures(RegionCode region, int requests) throws Exception {
    int failures = 0;
    for (int i = 0; i < requests; i++) {
      failures += get(region, "/api/cart").statusCode() == 500 ? 1 : 0;
    }
    return failures;
  }

  private String check(String region, String secret) throws Exception {
    String body = "{\"region\":\"" + region + "\"}";
    long now = Instant.now().getEpochSecond();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] hmac = mac.doFinal((now + "." + body).getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(hook.address().resolve("/integration?region=" + region))
            .header("X-Meridian-Signature", "t=" + now + ",v1=" + HexFormat.of().formatHex(hmac))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }

  @Test
  void service_ofAHealthyRevision_answersAndSaysWhichItIs() throws Exception {
    assertThat(get(PARIS, "/healthz").body()).isEqualTo("ok");
    HttpResponse<String> cart = get(PARIS, "/api/cart");
    assertThat(cart.statusCode()).isEqualTo(200);
    assertThat(cart.headers().firstValue("X-Revision")).contains("INCUMBENT");
    assertThat(failures(SEOUL, 60)).isZero();
  }

  @Test
  void regions_haveAddressesOfTheirOwnAndOnePort() {
    assertThat(service.addresses().values()).extracting(URI::getPort).containsOnly(service.port());
    assertThat(service.addresses().values()).extracting(URI::getHost).doesNotHaveDuplicates();
  }

  @Test
  void traitDefect_showsOnlyWhereTheUsersHaveTheTrait() throws Exception {
    pods.running = List.of(Everywhere.pods(ExampleImage.TRAIT_DEFECT, 4));

    assertThat(failures(PARIS, 150)).isZero();
    assertThat(failures(SEOUL, 150)).isBetween(1, 20);
  }

  @Test
  void answers_comeFromRevisionsByTheirShareOfReadyPods() throws Exception {
    pods.running =
        List.of(
            Everywhere.pods(ExampleImage.INCUMBENT, 3), Everywhere.pods(ExampleImage.HEALTHY, 1));
    int contender = 0;
    for (int i = 0; i < 200; i++) {
      Optional<String> revision = get(PARIS, "/healthz").headers().firstValue("X-Revision");
      contender += revision.filter("HEALTHY"::equals).isPresent() ? 1 : 0;
    }

    assertThat(contender).isBetween(25, 80);
  }

  @Test
  void serviceDown_orWithoutPods_givesNoAnswer() {
    pods.running = List.of();
    assertThatThrownBy(() -> get(PARIS, "/healthz")).isInstanceOf(IOException.class);

    pods.running = List.of(Everywhere.pods(ExampleImage.INCUMBENT, 4));
    faults.begin(Fault.Kind.SERVICE_DOWN, Optional.of(PARIS), Optional.empty());
    assertThatThrownBy(() -> get(PARIS, "/healthz")).isInstanceOf(IOException.class);
  }

  @Test
  void hook_findsWhatOnlyACheckCanSee_whereThereAreUsers() throws Exception {
    assertThat(check("ca-central-1", "open sesame")).startsWith("200 {\"passed\":true");

    pods.running = List.of(Everywhere.pods(ExampleImage.FAILING_CHECK, 3));

    assertThat(failures(MONTREAL, 20)).isZero();
    assertThat(check("ca-central-1", "open sesame"))
        .startsWith("200 {\"passed\":false")
        .contains("two currencies", "FAILING_CHECK");
    assertThat(check("eu-west-3", "open sesame")).startsWith("200 {\"passed\":true");
  }

  @Test
  void hook_ofAServiceThatIsDown_fails() throws Exception {
    faults.begin(Fault.Kind.SERVICE_DOWN, Optional.of(PARIS), Optional.empty());

    assertThat(check("eu-west-3", "open sesame"))
        .contains("\"passed\":false", "the service does not answer");
  }

  @Test
  void hook_withAnotherSecretOrRegion_refuses() throws Exception {
    assertThat(check("eu-west-3", "guess")).startsWith("401").contains("does not fit");
    assertThat(check("atlantis", "open sesame")).startsWith("400").contains("ca-central-1");
  }

  @Test
  void pager_ringsOnceForAKey_andRemembers() throws Exception {
    try (Pager pager = Pager.start(journal, 0)) {
      for (int i = 0; i < 2; i++) {
        HttpRequest page =
            HttpRequest.newBuilder(pager.address())
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"dedupKey\":\"k\",\"release\":\"r\",\"summary\":\"come\"}"))
                .build();
        assertThat(http.send(page, BodyHandlers.discarding()).statusCode()).isEqualTo(202);
      }
    }
    try (Pager again = Pager.start(journal, 0)) {
      HttpRequest list = HttpRequest.newBuilder(again.address()).build();
      assertThat(http.send(list, BodyHandlers.ofString()).body())
          .contains("\"summary\":\"come\"", BEGINS.toString());
      assertThat(again.pages()).hasSize(1);
    }
  }
}
