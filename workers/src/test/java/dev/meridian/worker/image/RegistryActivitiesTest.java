package dev.meridian.worker.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.failure.FailureCode;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.pace.Pace;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent.ImagePresent;
import dev.meridian.worker.Clock;
import dev.meridian.worker.HostAliases;
import dev.meridian.worker.LoopbackServer;
import dev.meridian.worker.LoopbackServer.Answer;
import dev.meridian.worker.LoopbackServer.Behaviour;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.RegionLedger;
import dev.meridian.worker.frozen.FrozenExample;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RegistryActivitiesTest {
  private static final RegionAttempt SEOUL = FrozenExample.attempt("ap-northeast-2");
  private static final String HOST = "registry.ap-northeast-2.shop.example";
  private static final String DIGEST = FrozenExample.CONTENDER.substring("shop/checkout@".length());

  /** A Meridian hour is a wall second: the least wall time of a wait decides. */
  private final Pace fast = new Pace(Instant.now(), Instant.parse("2026-03-02T08:00:00Z"), 3600);

  private final Ports ports = Ports.inMemory();

  @Test
  void image_thatIsServed_isPresentAndRecordedOnce() {
    try (LoopbackServer server = new LoopbackServer(request -> served(DIGEST))) {
      ImagePresent first = activities(server, "").awaitImage(SEOUL);
      ImagePresent second = activities(server, "").awaitImage(SEOUL);
      assertThat(first).isEqualTo(second);
      assertThat(server.requests())
          .singleElement()
          .satisfies(request ->
              assertThat(request.path()).isEqualTo("/v2/shop/checkout/manifests/" + DIGEST));
      assertThat(ports.releaseLedger().history(SEOUL.release())).hasSize(1);
    }
  }

  @Test
  void image_thatArrivesLater_isAwaited() {
    AtomicInteger asked = new AtomicInteger();
    Behaviour late = request -> asked.incrementAndGet() < 3 ? Answer.of(404, "") : served(DIGEST);
    try (LoopbackServer server = new LoopbackServer(late)) {
      assertThat(activities(server, "").awaitImage(SEOUL).image())
          .hasToString(FrozenExample.CONTENDER);
    }
  }

  @Test
  void image_thatNeverComes_isMissingAtTheDeadline() {
    try (LoopbackServer server = new LoopbackServer(request -> Answer.of(404, ""))) {
      assertThatThrownBy(() -> activities(server, "").awaitImage(SEOUL))
          .isInstanceOfSatisfying(
              ApplicationFailure.class,
              failure -> {
                assertThat(failure.getType()).isEqualTo(FailureCode.IMAGE_MISSING.name());
                assertThat(failure.isNonRetryable()).isTrue();
                assertThat(failure.getOriginalMessage()).contains("ap-northeast-2", "not served");
              });
    }
  }

  @Test
  void registry_thatAnswersWithAnotherDigest_isNotBelieved() {
    String other = "sha256:" + "9".repeat(64);
    try (LoopbackServer server = new LoopbackServer(request -> served(other))) {
      assertThat(registry(server, "").look(HOST + "/" + FrozenExample.CONTENDER))
          .isInstanceOfSatisfying(
              ImageLook.Missing.class, missing -> assertThat(missing.sentence()).contains(other));
    }
  }

  @Test
  void registry_withoutDigestHeader_isAskedForTheContentItself() {
    String empty = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    try (LoopbackServer server = new LoopbackServer(request -> Answer.of(200, ""))) {
      assertThat(registry(server, "").look(HOST + "/shop/checkout@" + empty))
          .isEqualTo(new ImageLook.Served());
      assertThat(server.requests()).extracting(r -> r.method()).containsExactly("HEAD", "GET");
    }
  }

  @Test
  void registry_thatWantsAToken_getsOneWithTheConfiguredCredentials() {
    Behaviour guarded =
        request -> {
          if (request.path().startsWith("/token")) {
            boolean known =
                "Basic cmVhZGVyOnNlY3JldA==".equals(request.headers().get("Authorization"));
            return known ? Answer.of(200, "{\"token\":\"t0k3n\"}") : Answer.of(401, "{}");
          }
          return "Bearer t0k3n".equals(request.headers().get("Authorization"))
              ? served(DIGEST)
              : new Answer(
                  401,
                  Map.of(
                      "WWW-Authenticate",
                      "Bearer realm=\"https://" + HOST + "/token\",service=\"r\""),
                  "");
        };
    try (LoopbackServer server = new LoopbackServer(guarded)) {
      String image = HOST + "/" + FrozenExample.CONTENDER;
      assertThat(registry(server, "reader:secret").look(image)).isEqualTo(new ImageLook.Served());
      assertThat(registry(server, "reader:wrong").look(image))
          .isInstanceOf(ImageLook.Unreachable.class);
    }
  }

  @Test
  void registry_thatDoesNotListen_isUnreachable() {
    LoopbackServer gone = new LoopbackServer(request -> served(DIGEST));
    gone.close();
    assertThat(registry(gone, "").look(HOST + "/" + FrozenExample.CONTENDER))
        .isInstanceOf(ImageLook.Unreachable.class);
  }

  private static Answer served(String digest) {
    return new Answer(200, Map.of("Docker-Content-Digest", digest), "{}");
  }

  private RegistryActivities activities(LoopbackServer server, String credentials) {
    return new RegistryActivities(
        FrozenExample.checkout(),
        new RegionLedger(ports.releaseLedger(), new Clock(fast)),
        registry(server, credentials),
        Pulse::silent);
  }

  private static Registry registry(LoopbackServer server, String credentials) {
    TreeMap<String, String> secrets = new TreeMap<>(Map.of("registry/" + HOST, credentials));
    return new Registry(
        new HostAliases(new TreeMap<>(Map.of(HOST, server.address()))),
        credentials.isEmpty() ? new TreeMap<>() : secrets);
  }
}
