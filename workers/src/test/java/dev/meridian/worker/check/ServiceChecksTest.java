package dev.meridian.worker.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.check.LoadEvidence;
import dev.meridian.failure.FailureCode;
import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.pace.Pace;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionEvent.CheckEnded;
import dev.meridian.service.CheckSpec;
import dev.meridian.service.ServiceSpec;
import dev.meridian.worker.Clock;
import dev.meridian.worker.HostAliases;
import dev.meridian.worker.LoopbackServer;
import dev.meridian.worker.LoopbackServer.Answer;
import dev.meridian.worker.LoopbackServer.Behaviour;
import dev.meridian.worker.LoopbackServer.Request;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.RegionLedger;
import dev.meridian.worker.WorkerSettings;
import dev.meridian.worker.WorkerSettings.MetricsAddress;
import dev.meridian.worker.cluster.Clusters;
import dev.meridian.worker.frozen.FrozenExample;
import dev.meridian.worker.manifest.PlainManifestRenderer;
import dev.meridian.worker.manifest.RolloutManifests;
import io.temporal.failure.ApplicationFailure;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ServiceChecksTest {
  private static final RegionAttempt PARIS = FrozenExample.attempt("eu-west-3");
  private static final RegionAttempt NEXT =
      new RegionAttempt(FrozenExample.NEXT_RELEASE, PARIS.region(), 1, 1);
  private static final String SECRET = "a signing secret";

  private final Ports ports = Ports.inMemory();

  @Test
  void hook_thatPasses_isSignedAndRecordedOnce() {
    try (LoopbackServer hook = answering(Answer.of(200, verdict(true, "42 of 42 passed")))) {
      CheckEnded ended = checks(hook).run(PARIS, "integration");
      assertThat(ended.passed()).isTrue();
      assertThat(ended.sentence()).isEqualTo("42 of 42 passed");
      assertThat(checks(hook).run(PARIS, "integration")).isEqualTo(ended);
      assertThat(hook.requests()).hasSize(1);
      Request request = hook.requests().getFirst();
      assertThat(request.path()).isEqualTo("/integration?region=eu-west-3");
      assertThat(request.body()).contains("\"attempt\":1", "\"service\":\"checkout\"");
      assertSigned(request);
    }
  }

  private static void assertSigned(Request request) {
    String signature = String.valueOf(request.headers().get(HookSignature.HEADER));
    String time = signature.substring("t=".length(), signature.indexOf(','));
    assertThat(signature)
        .isEqualTo(
            HookSignature.of(
                SECRET, java.time.Instant.ofEpochSecond(Long.parseLong(time)), request.body()));
  }

  @Test
  void signature_ofAKnownCase_isTheKnownOne() {
    // printf '1700000000.{}' | openssl dgst -sha256 -hmac key
    assertThat(HookSignature.of("key", java.time.Instant.ofEpochSecond(1_700_000_000), "{}"))
        .isEqualTo(
            "t=1700000000,v1=9d713ed406bb7076d4123f0dc2c39d2df5c654ed4b0cd56b52c8b4c940bd63ae");
  }

  @Test
  void hook_thatFindsFault_isAnOutcome() {
    try (LoopbackServer hook = answering(Answer.of(200, verdict(false, "cart is empty")))) {
      CheckEnded ended = checks(hook).run(PARIS, "integration");
      assertThat(ended.passed()).isFalse();
      assertThat(ended.sentence()).isEqualTo("cart is empty");
    }
  }

  @Test
  void hook_thatTakesTime_isAskedAgainAtItsLocation() {
    AtomicInteger polls = new AtomicInteger();
    Behaviour slow =
        request -> {
          if (request.method().equals("POST")) {
            return new Answer(202, Map.of("Location", "/runs/7"), "");
          }
          return polls.incrementAndGet() < 2
              ? Answer.of(202, "")
              : Answer.of(200, verdict(true, "in the end"));
        };
    try (LoopbackServer hook = new LoopbackServer(slow)) {
      assertThat(checks(hook).run(PARIS, "integration").sentence()).isEqualTo("in the end");
      assertThat(hook.requests()).extracting(Request::path).endsWith("/runs/7", "/runs/7");
    }
  }

  @Test
  void hook_thatFailsOnce_isTriedAgainAtOnce() {
    AtomicInteger calls = new AtomicInteger();
    Behaviour flaky =
        request ->
            calls.incrementAndGet() == 1
                ? Answer.of(503, "")
                : Answer.of(200, verdict(true, "fine"));
    try (LoopbackServer hook = new LoopbackServer(flaky)) {
      assertThat(checks(hook).run(PARIS, "integration").passed()).isTrue();
    }
  }

  @Test
  void hook_thatCannotBeAsked_isAFailureThatMayBeRetried() {
    LoopbackServer gone = answering(Answer.of(200, ""));
    gone.close();
    assertFails(gone, "integration", FailureCode.CHECK_UNREACHABLE);
    assertThat(ports.releaseLedger().history(PARIS.release())).isEmpty();
  }

  @Test
  void hook_thatDoesNotKnowUs_isAFaultOfTheDocument() {
    try (LoopbackServer hook = answering(Answer.of(404, "no such hook"))) {
      assertFails(hook, "integration", FailureCode.INVALID_SPEC);
    }
    try (LoopbackServer hook = answering(Answer.of(200, "ok"))) {
      assertFails(hook, "integration", FailureCode.CHECK_UNREACHABLE);
    }
  }

  @Test
  void check_thatTheServiceDoesNotHave_isAFaultOfTheDocument() {
    try (LoopbackServer hook = answering(Answer.of(200, ""))) {
      assertFails(hook, "nonsense", FailureCode.INVALID_SPEC);
    }
  }

  @Test
  void load_onAQuickService_passesWithItsFigures() {
    try (LoopbackServer service = answering(Answer.of(200, "cart"))) {
      CheckEnded ended = checks(service).run(PARIS, "load");
      assertThat(ended.sentence()).contains("requests/s", "mean", "p50", "p90", "p99", "0 errors");
      assertThat(service.requests().size() % 50).isZero();
      assertThat(service.requests())
          .allSatisfy(r -> assertThat(r.headers()).containsEntry("X-Meridian-Check", "load"));
    }
  }

  @Test
  void load_onAServiceWithErrors_fails() {
    AtomicInteger calls = new AtomicInteger();
    Behaviour flaky = request -> Answer.of(calls.incrementAndGet() % 10 == 0 ? 500 : 200, "");
    try (LoopbackServer service = new LoopbackServer(flaky)) {
      CheckEnded ended = checks(service).run(PARIS, "load");
      assertThat(ended.passed()).isFalse();
      assertThat(ended.sentence()).contains("errors 10.000 %", "status 500=");
    }
  }

  @Test
  void load_ofASecondRelease_isComparedWithTheFirstOnes() {
    CheckEnded first = checks(world("0.4"), ServiceChecksTest::withCpu).run(PARIS, "load");
    assertThat(first.sentence())
        .contains("cpu 0.400 (at most 0.900; not compared with the incumbent: what ran here before")
        .endsWith("within every limit");
    record("deployed", new RegionEvent.Deployed(PARIS.region(), 1, Instant.EPOCH));
    wayBackOf(
        NEXT,
        "{\"before\":{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\","
            + "\"metadata\":{\"name\":\"checkout\",\"namespace\":\"checkout\",\"annotations\":"
            + "{\"meridian.dev/fence\":\""
            + PARIS.release()
            + "/7\"}}}}\n");

    CheckEnded next = checks(world("0.61"), ServiceChecksTest::withCpu).run(NEXT, "load");
    assertThat(next.passed()).isFalse();
    assertThat(next.sentence())
        .startsWith("cpu 0.610 over its limit of 0.600")
        .contains("(the incumbent's 0.400, at most 0.600)");
    LoadEvidence evidence =
        MeridianJson.read(
            ports.artifacts().load(next.evidence()).orElseThrow(), LoadEvidence.class);
    assertThat(evidence.comparedWith()).isEqualTo("release " + PARIS.release());
    assertThat(evidence.incumbent().orElseThrow().resources().toString()).contains("value=0.4]");
    assertThat(evidence.contender().resources().toString()).contains("value=0.61]");
  }

  @Test
  void load_whoseResourcesNobodyReports_isAFailureThatMayBeRetried() {
    try (LoopbackServer silent = world("NaN")) {
      assertThatThrownBy(() -> checks(silent, ServiceChecksTest::withCpu).run(PARIS, "load"))
          .isInstanceOf(ApplicationFailure.class)
          .hasMessageContaining("could not be measured: cpu: no value");
    }
    assertThat(ports.releaseLedger().history(PARIS.release())).isEmpty();
  }

  @Test
  void load_isAskedOfItsOwnWindowAndRevision() {
    try (LoopbackServer world = world("0.4")) {
      checks(world, ServiceChecksTest::withCpu).run(PARIS, "load");
      assertThat(world.requests())
          .filteredOn(request -> request.path().equals("/api/v1/query"))
          .singleElement()
          .satisfies(request ->
              assertThat(URLDecoder.decode(request.body(), StandardCharsets.UTF_8))
                  .containsPattern(
                      "sum\\(rate\\(cpu\\{region=\"eu-west-3\",revision=\"[0-9a-f]+\",service=\"checkout\"}\\[\\ds]"));
    }
  }

  /** A service that answers, and a Prometheus that says this of every query. */
  private static LoopbackServer world(String value) {
    return new LoopbackServer(request ->
        Answer.of(
            200,
            request.path().startsWith("/api/v1/")
                ? "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":"
                    + "[{\"metric\":{},\"value\":[1,\""
                    + value
                    + "\"]}]}}"
                : "cart"));
  }

  private void wayBackOf(RegionAttempt rollout, String inventory) {
    String hash = ports.artifacts().store("inventory", inventory);
    String key = "release/" + rollout.release() + "/" + rollout.region() + "/way-back";
    ports
        .releaseLedger()
        .record(
            rollout.release(),
            1,
            "meridian",
            new Keyed<>(
                key, Instant.EPOCH, new RegionEvent.WayBackRecorded(rollout.region(), 1, hash, 1)));
  }

  private void record(String what, RegionEvent event) {
    ports
        .releaseLedger()
        .record(PARIS.release(), 1, "meridian", new Keyed<>(PARIS.key(what), Instant.EPOCH, event));
  }

  private void assertFails(LoopbackServer server, String check, FailureCode code) {
    assertThatThrownBy(() -> checks(server).run(PARIS, check))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> {
              assertThat(failure.getType()).isEqualTo(code.name());
              assertThat(failure.getOriginalMessage()).contains(check).doesNotContain(SECRET);
            });
  }

  private static LoopbackServer answering(Answer answer) {
    return new LoopbackServer(request -> answer);
  }

  private static String verdict(boolean passed, String summary) {
    return "{\"passed\":" + passed + ",\"summary\":\"" + summary + "\"}";
  }

  /** 50 requests and no limit on latency: what the machine can do is not tested here. */
  private static ServiceSpec withGentleLoad(ServiceSpec s) {
    return withLoad(s, List.of());
  }

  private static ServiceSpec withCpu(ServiceSpec s) {
    return withLoad(
        s,
        List.of(
            new CheckSpec.Load.Resource(
                "cpu", "sum(rate(cpu{${labels}}[${window}]))", 0.9, Optional.of(1.5))));
  }

  private static ServiceSpec withLoad(ServiceSpec s, List<CheckSpec.Load.Resource> resources) {
    CheckSpec gentle =
        new CheckSpec.Load(
            "load",
            List.of(Role.STAGING),
            Duration.ofSeconds(60),
            "/api/cart",
            50,
            Duration.ofSeconds(1),
            new CheckSpec.Load.Limits(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Share(1_000))),
            resources);
    List<CheckSpec> checks = List.of(s.checks().getFirst(), gentle);
    return new ServiceSpec(
        s.name(),
        s.image(),
        s.template(),
        s.presences(),
        s.revisionLabel(),
        checks,
        s.gates(),
        s.plan(),
        s.release());
  }

  private ServiceChecks checks(LoopbackServer server) {
    return checks(server, ServiceChecksTest::withGentleLoad);
  }

  private ServiceChecks checks(LoopbackServer server, UnaryOperator<ServiceSpec> change) {
    TreeMap<String, String> aliases = new TreeMap<>();
    aliases.put("checks.shop.example", server.address());
    aliases.put("checkout.eu-west-3.shop.example", server.address());
    WorkerSettings settings =
        new WorkerSettings(
            Path.of("none"),
            new TreeMap<>(
                Map.of(
                    "global",
                    new MetricsAddress(
                        URI.create("http://" + server.address()),
                        Optional.empty(),
                        Optional.empty()))),
            Optional.empty(),
            new TreeMap<>(Map.of("checks", SECRET)),
            Optional.empty(),
            new HostAliases(aliases),
            Pace.REAL);
    return new ServiceChecks(
        new ServiceChecks.Ports(
            FrozenExample.checkout().with(change),
            new RegionLedger(ports.releaseLedger(), new Clock(Pace.REAL)),
            new RolloutManifests(new PlainManifestRenderer(), ports.artifacts()),
            new LoadRecords(ports.releaseLedger(), ports.artifacts()),
            settings),
        new Clusters(Path.of("none")),
        Pulse::silent);
  }
}
