package dev.meridian.worker.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.check.LoadEvidence;
import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionEvent.CheckEnded;
import dev.meridian.worker.LoopbackServer;
import dev.meridian.worker.LoopbackServer.Answer;
import dev.meridian.worker.LoopbackServer.Behaviour;
import dev.meridian.worker.frozen.FrozenExample;
import io.temporal.failure.ApplicationFailure;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Loads against a service and a Prometheus on one address. */
class LoadCheckTest {
  private static final RegionAttempt PARIS = FrozenExample.attempt("eu-west-3");
  private static final RegionAttempt NEXT =
      new RegionAttempt(FrozenExample.NEXT_RELEASE, PARIS.region(), 1, 1);

  private final CheckRoom room = new CheckRoom();

  @Test
  void load_onAQuickService_passesWithItsFigures() {
    try (LoopbackServer service = new LoopbackServer(_ -> Answer.of(200, "cart"))) {
      CheckEnded ended = room.checks(service).run(PARIS, "load");
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
      CheckEnded ended = room.checks(service).run(PARIS, "load");
      assertThat(ended.passed()).isFalse();
      assertThat(ended.sentence()).contains("errors 10.000 %", "status 500=");
    }
  }

  @Test
  void load_ofASecondRelease_isComparedWithTheFirstOnes() {
    CheckEnded first = room.checks(world("0.4"), CheckRoom::withCpu).run(PARIS, "load");
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

    CheckEnded next = room.checks(world("0.61"), CheckRoom::withCpu).run(NEXT, "load");
    assertThat(next.passed()).isFalse();
    assertThat(next.sentence())
        .startsWith("cpu 0.610 over its limit of 0.600")
        .contains("(the incumbent's 0.400, at most 0.600)");
    LoadEvidence evidence =
        MeridianJson.read(
            room.ports.artifacts().load(next.evidence()).orElseThrow(), LoadEvidence.class);
    assertThat(evidence.comparedWith()).isEqualTo("release " + PARIS.release());
    assertThat(evidence.incumbent().orElseThrow().resources().toString()).contains("value=0.4]");
    assertThat(evidence.contender().resources().toString()).contains("value=0.61]");
  }

  @Test
  void load_whoseResourcesNobodyReports_isAFailureThatMayBeRetried() {
    try (LoopbackServer silent = world("NaN")) {
      assertThatThrownBy(() -> room.checks(silent, CheckRoom::withCpu).run(PARIS, "load"))
          .isInstanceOf(ApplicationFailure.class)
          .hasMessageContaining("could not be measured: cpu: no value");
    }
    assertThat(room.ports.releaseLedger().history(PARIS.release())).isEmpty();
  }

  @Test
  void load_isAskedOfItsOwnWindowAndRevision() {
    try (LoopbackServer world = world("0.4")) {
      room.checks(world, CheckRoom::withCpu).run(PARIS, "load");
      assertThat(world.requests())
          .filteredOn(request -> request.body().contains("cpu"))
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
                    + "[{\"metric\":{},\"value\":["
                    + Instant.now().getEpochSecond()
                    + ",\""
                    + value
                    + "\"]}]}}"
                : "cart"));
  }

  private void wayBackOf(RegionAttempt rollout, String inventory) {
    String hash = room.ports.artifacts().store("inventory", inventory);
    String key = "release/" + rollout.release() + "/" + rollout.region() + "/way-back";
    room.ports
        .releaseLedger()
        .record(
            rollout.release(),
            1,
            "meridian",
            new Keyed<>(
                key, Instant.EPOCH, new RegionEvent.WayBackRecorded(rollout.region(), 1, hash, 1)));
  }

  private void record(String what, RegionEvent event) {
    room.ports
        .releaseLedger()
        .record(PARIS.release(), 1, "meridian", new Keyed<>(PARIS.key(what), Instant.EPOCH, event));
  }
}
