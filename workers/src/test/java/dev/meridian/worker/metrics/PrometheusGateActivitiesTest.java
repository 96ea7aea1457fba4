package dev.meridian.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.activity.GateActivities;
import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.bake.Evidence;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionEvent.VerdictGiven;
import dev.meridian.sandbox.world.Defect;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.worker.OutsideView;
import dev.meridian.worker.frozen.FrozenExample;
import io.temporal.activity.ActivityOptions;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The judge against the example world over real HTTP, an hour a second. */
@Timeout(60)
class PrometheusGateActivitiesTest {
  private static final RegionAttempt SEOUL = FrozenExample.attempt(BakeScene.SEOUL);
  private static final Defect.When ALWAYS = Defect.When.ALWAYS;

  private final TestActivityEnvironment engine = TestActivityEnvironment.newInstance();
  private BakeScene scene = new BakeScene();

  @AfterEach
  void close() {
    scene.close();
    engine.close();
  }

  private void contender(Defect... defects) {
    scene.close();
    scene = new BakeScene(defects);
  }

  private GateActivities gates(OutsideView outside) {
    engine.registerActivitiesImplementations(scene.activities(outside));
    return stub();
  }

  private GateActivities stub() {
    return engine.newActivityStub(
        GateActivities.class,
        ActivityOptions.newBuilder()
            .setScheduleToCloseTimeout(Duration.ofMinutes(2))
            .setHeartbeatTimeout(Duration.ofSeconds(3))
            .build());
  }

  private VerdictGiven bake() {
    return gates(ScriptedView.allWell()).bake(SEOUL);
  }

  private Evidence evidence(VerdictGiven verdict) {
    return MeridianJson.read(
        scene.ports.artifacts().load(verdict.evidence()).orElseThrow(), Evidence.class);
  }

  private static Instant millis(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  private <E> List<E> events(Class<E> kind) {
    return scene.events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void bake_healthyContender_isProvenAfterItsTimeWithEvidence() {
    Instant exposedAt = scene.exposed(BakeScene.SEOUL);

    VerdictGiven verdict = bake();

    assertThat(verdict.sentence()).startsWith("healthy for 2 h: errors: 0.");
    assertThat(verdict.cause()).isEqualTo(VerdictCause.PROVEN);
    assertThat(events(RegionEvent.BakeStarted.class))
        .containsExactly(
            new RegionEvent.BakeStarted(
                SEOUL.region(), 1, millis(exposedAt), millis(exposedAt).plus(Duration.ofHours(2))));
    Evidence evidence = evidence(verdict);
    assertThat(evidence.at()).isEqualTo(evidence.exposedAt().plus(Duration.ofHours(2)));
    assertThat(evidence.gates()).hasSize(5);
    assertThat(evidence.gates().getFirst().figures())
        .containsKeys("kappa", "phi")
        .hasEntrySatisfying("requests", n -> assertThat(n).isBetween(100_000.0, 1_000_000.0));
    assertThat(evidence.gates().getFirst().queries().getFirst())
        .isEqualTo(
            "http_requests_total{region=\"ap-northeast-2\",revision=\""
                + scene.example.of(SEOUL).revision().id().label()
                + "\",service=\"checkout\"}");
    assertThat(events(RegionEvent.RegionHeld.class)).isEmpty();
    assertThat(events(VerdictGiven.class)).containsExactly(verdict);
  }

  @Test
  void bake_errorsForSomeUsers_isDegradedWithinMinutes() {
    contender(BakeScene.hangulErrors(0.04));
    scene.exposed(BakeScene.SEOUL);

    VerdictGiven verdict = bake();

    assertThat(verdict.cause()).isEqualTo(VerdictCause.GATE);
    assertThat(verdict.sentence())
        .startsWith("errors: ")
        .contains("requests are bad in ap-northeast-2")
        .contains("e-value");
    assertThat(Duration.between(evidence(verdict).exposedAt(), evidence(verdict).at()))
        .isLessThanOrEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void bake_slowerContender_isDegradedByLatencyAlone() {
    contender(new Defect.Slow(ALWAYS, 3));
    scene.exposed(BakeScene.SEOUL);

    VerdictGiven verdict = bake();

    assertThat(verdict.sentence()).startsWith("latency: ");
    assertThat(evidence(verdict).gates().getFirst().state().crossing()).isEmpty();
  }

  @Test
  void bake_leakingContender_isDegradedByItsTrend() {
    contender(new Defect.Leak(ALWAYS, 40.0 * 1024 * 1024));
    scene.exposed(BakeScene.SEOUL);

    assertThat(bake().sentence()).startsWith("memory: ").contains("reaches its limit");
  }

  @Test
  void bake_contenderReportsNothing_holdsAndSaysSoAtTheDeadline() {
    scene.begin(Fault.Kind.METRICS_SILENT, Optional.of(BakeScene.SEOUL));
    scene.exposed(BakeScene.SEOUL);

    VerdictGiven verdict = bake();

    assertThat(verdict.cause()).isEqualTo(VerdictCause.CONTENDER_SILENT);
    assertThat(events(RegionEvent.RegionHeld.class))
        .singleElement()
        .satisfies(held -> assertThat(held.reason()).contains("while other regions report"));
  }

  @Test
  void bake_metricsAway_holdsAndAsksAPersonAtTheDeadline() {
    scene.begin(Fault.Kind.METRICS_AWAY, Optional.empty());
    scene.exposed(BakeScene.SEOUL);

    VerdictGiven verdict = bake();

    assertThat(verdict.cause()).isEqualTo(VerdictCause.EVERYTHING_SILENT);
    assertThat(verdict.sentence()).contains("nothing is moved");
  }

  @Test
  void bake_whoseMetricsHaveAnotherTime_isNeverGoodAndBlamesTheClock() {
    scene.begin(Fault.Kind.METRICS_CLOCK_AHEAD, Optional.empty());
    scene.exposed(BakeScene.SEOUL);

    VerdictGiven verdict = bake();

    assertThat(verdict.cause()).isEqualTo(VerdictCause.EVERYTHING_SILENT);
    assertThat(verdict.sentence())
        .contains("nothing is moved", "metrics \"global\" cannot be used: its clock is")
        .contains("ahead of ours");
    assertThat(evidence(verdict).gates())
        .filteredOn(gate -> !gate.queries().isEmpty())
        .hasSize(4)
        .allSatisfy(gate -> assertThat(gate.state().samples().counters().good()).isZero());
  }

  @Test
  void bake_clusterUnreachableAndServiceDown_isDark() {
    scene.exposed(BakeScene.SEOUL);

    VerdictGiven verdict = gates(ScriptedView.of(look -> look < 1, look -> look < 1)).bake(SEOUL);

    assertThat(verdict.cause()).isEqualTo(VerdictCause.DARK);
    assertThat(verdict.sentence()).isEqualTo("cluster away, service down");
  }

  @Test
  void bake_clusterAwayWhileServiceIsWell_holdsUntilItIsBack() {
    scene.exposed(BakeScene.SEOUL);

    VerdictGiven verdict = gates(ScriptedView.of(look -> look >= 12, look -> true)).bake(SEOUL);

    assertThat(verdict.cause()).isEqualTo(VerdictCause.PROVEN);
    assertThat(evidence(verdict).at())
        .isAfter(evidence(verdict).exposedAt().plus(Duration.ofHours(2)));
    assertThat(events(RegionEvent.RegionHeld.class))
        .extracting(RegionEvent.RegionHeld::reason)
        .containsExactly("cluster away, service well");
  }

  @Test
  void bake_clusterAwayForGoodWhileServiceIsWell_asksAPersonAtTheDeadline() {
    scene.exposed(BakeScene.SEOUL);

    VerdictGiven verdict = gates(ScriptedView.of(look -> false, look -> true)).bake(SEOUL);

    assertThat(verdict.cause()).isEqualTo(VerdictCause.CLUSTER_AWAY);
    assertThat(verdict.sentence()).contains("has not answered since").contains("nothing is moved");
  }

  @Test
  void bake_whoseAttemptHasEnded_recordsNothingMore() {
    scene.exposed(BakeScene.SEOUL);
    scene.ended(BakeScene.SEOUL, RegionEnd.CANCELLED);

    gates(ScriptedView.of(look -> look >= 12, look -> true)).bake(SEOUL);

    assertThat(events(RegionEvent.RegionHeld.class)).isEmpty();
    assertThat(events(VerdictGiven.class)).isEmpty();
  }

  @Test
  void bake_verdictAlreadyRecorded_isGivenAgain() {
    scene.exposed(BakeScene.SEOUL);
    VerdictGiven first = bake();

    assertThat(scene.activities(ScriptedView.allWell()).bake(SEOUL)).isEqualTo(first);
  }

  @Test
  void bake_askedToEnd_endsWithoutAVerdict() {
    scene.exposed(BakeScene.SEOUL);
    GateActivities gates = gates(ScriptedView.allWell());
    engine.requestCancelActivity();

    assertThatThrownBy(() -> gates.bake(SEOUL)).isNotNull();
    assertThat(events(VerdictGiven.class)).isEmpty();
  }

  /** The bake of Seoul, whose defect shows after it. */
  private VerdictGiven passedAndBadLater() {
    contender(
        new Defect.Errors(
            new Defect.When(
                Optional.empty(), Optional.empty(), Optional.of(Duration.ofMinutes(150))),
            0.05));
    scene.exposed(BakeScene.SEOUL);
    VerdictGiven bake = bake();
    scene.passed(BakeScene.SEOUL);
    return bake;
  }

  @Test
  void watch_passedRegionThatGoesBadLater_isDegraded() {
    VerdictGiven bake = passedAndBadLater();
    scene.exposed("af-south-1");
    scene.passed("af-south-1");
    assertThat(bake.cause()).isEqualTo(VerdictCause.PROVEN);

    VerdictGiven verdict = stub().watch(List.of(SEOUL, FrozenExample.attempt("af-south-1")));

    assertThat(verdict.cause()).isEqualTo(VerdictCause.GATE);
    assertThat(verdict.region()).isEqualTo(SEOUL.region());
    assertThat(verdict.sentence()).startsWith("errors: ");
    assertThat(events(VerdictGiven.class)).containsExactly(bake, verdict);
  }

  @Test
  void watch_ofAReleaseThatIsBeingTakenBack_recordsNothing() {
    VerdictGiven bake = passedAndBadLater();
    scene.takenBack();

    assertThatThrownBy(() -> stub().watch(List.of(SEOUL)))
        .hasStackTraceContaining("nobody watches ap-northeast-2 any more");
    assertThat(events(VerdictGiven.class)).containsExactly(bake);
  }

  @Test
  void watch_nobody_waitsToBeEnded() {
    GateActivities gates = gates(ScriptedView.allWell());
    engine.requestCancelActivity();

    assertThatThrownBy(() -> gates.watch(List.of())).isNotNull();
  }
}
