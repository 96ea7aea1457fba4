package dev.meridian.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.activity.GateActivities;
import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.alarm.AlertNotice;
import dev.meridian.gate.bake.Evidence;
import dev.meridian.gate.change.OutsideChange;
import dev.meridian.ledger.Alerts;
import dev.meridian.ledger.Releases.IdempotencyKey;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.ledger.knowledge.Changes;
import dev.meridian.ledger.knowledge.Changes.NewChange;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent.RegionHeld;
import dev.meridian.release.RegionEvent.VerdictGiven;
import dev.meridian.worker.frozen.FrozenExample;
import io.temporal.activity.ActivityOptions;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What others tell, alarms and changes, reaches a bake that runs. */
@Timeout(60)
class ToldBakeTest {
  private static final RegionAttempt SEOUL = FrozenExample.attempt(BakeScene.SEOUL);

  private final TestActivityEnvironment engine = TestActivityEnvironment.newInstance();
  private final BakeScene scene = new BakeScene();

  @AfterEach
  void close() {
    scene.close();
    engine.close();
  }

  private VerdictGiven bake() {
    engine.registerActivitiesImplementations(scene.activities(ScriptedView.allWell()));
    return engine
        .newActivityStub(
            GateActivities.class,
            ActivityOptions.newBuilder()
                .setScheduleToCloseTimeout(Duration.ofMinutes(2))
                .setHeartbeatTimeout(Duration.ofSeconds(3))
                .build())
        .bake(SEOUL);
  }

  private Evidence evidence(VerdictGiven verdict) {
    return MeridianJson.read(
        scene.ports.artifacts().load(verdict.evidence()).orElseThrow(), Evidence.class);
  }

  private static AlertNotice emptyBaskets(RegionCode region, Instant since) {
    return new AlertNotice(
        true,
        "f-" + region,
        since,
        new TreeMap<>(
            Map.of("alertname", "BasketsEmpty", "service", "checkout", "region", region.value())),
        "no baskets");
  }

  @Test
  void bake_alarmThatRollsBack_isDegradedAtOnceAndNamesIt() {
    Instant exposedAt = scene.exposed(BakeScene.SEOUL);
    scene
        .ports
        .alerts()
        .take(List.of(emptyBaskets(SEOUL.region(), exposedAt)), exposedAt, Alerts.MOST);

    VerdictGiven verdict = bake();

    assertThat(verdict.cause()).isEqualTo(VerdictCause.ALARM);
    assertThat(verdict.sentence())
        .isEqualTo(
            "baskets: BasketsEmpty fires since " + exposedAt + " in ap-northeast-2 (no baskets)");
    assertThat(evidence(verdict).gates().getLast().state().crossing()).isPresent();
  }

  @Test
  void bake_alarmOfBeforeTheRelease_isProvenAndNotesIt() {
    Instant before = BakeScene.RELEASED.minusSeconds(1);
    scene.ports.alerts().take(List.of(emptyBaskets(SEOUL.region(), before)), before, Alerts.MOST);
    scene.exposed(BakeScene.SEOUL);

    VerdictGiven verdict = bake();

    assertThat(verdict.cause()).isEqualTo(VerdictCause.PROVEN);
    assertThat(verdict.sentence()).contains("baskets: BasketsEmpty fires").endsWith("only noted");
  }

  @Test
  void bake_changeInItsRegion_beginsAnewAndNamesIt() {
    Instant exposedAt = scene.exposed(BakeScene.SEOUL);
    Instant changed = exposedAt.plus(Duration.ofMinutes(30));
    OutsideChange flag =
        new OutsideChange(
            OutsideChange.Kind.FLAG,
            List.of(SEOUL.region()),
            changed,
            Optional.empty(),
            "new basket");
    new Changes(scene.ports.ledger())
        .add(new NewChange(flag, "anna", exposedAt), new IdempotencyKey("k", "h"));

    VerdictGiven verdict = bake();

    assertThat(verdict.cause()).isEqualTo(VerdictCause.PROVEN);
    assertThat(verdict.sentence()).startsWith("healthy for 2 h: ");
    Evidence evidence = evidence(verdict);
    assertThat(evidence.changes()).containsExactly(flag);
    assertThat(Duration.between(changed, evidence.at()))
        .isBetween(Duration.ofHours(2), Duration.ofHours(2).plusSeconds(16));
    assertThat(scene.events())
        .filteredOn(RegionHeld.class::isInstance)
        .singleElement()
        .satisfies(held ->
            assertThat(((RegionHeld) held).reason()).contains("begins anew after a change, flag"));
  }
}
