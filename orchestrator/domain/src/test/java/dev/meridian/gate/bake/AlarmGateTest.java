package dev.meridian.gate.bake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.GateSpec.Effect;
import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.bake.GateObservation.Firing;
import dev.meridian.region.Share;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What other systems find holds a bake or ends it, unless it is not the release's. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class AlarmGateTest {
  private static final int HOUR = BakeWorld.HOUR;
  private static final Instant BEFORE = BakeWorld.TOUCHED.minusSeconds(1);

  private final BakeWorld world = new BakeWorld(3);

  private static GateSpec.Alarm alarm(Effect effect) {
    return new GateSpec.Alarm(
        "basket",
        effect != Effect.NOTE,
        "BasketEmpty",
        new TreeMap<>(),
        effect,
        BakeWorld.INTERVAL,
        Share.ofFraction(0.5));
  }

  /** A bake with an alarm gate beside the usual ones. */
  private final class Bake {
    private final BakeFold fold;
    private BakeState state;

    Bake(Effect effect) {
      List<GateSpec> gates = new ArrayList<>(BakeWorld.gates());
      gates.add(alarm(effect));
      fold = new BakeFold(world.subject(gates));
      state = fold.begin(world.standings);
    }

    Bake run(int intervals) {
      state = world.run(fold, state, intervals);
      return this;
    }

    BakeStep decide() {
      return BakeDecision.decide(fold.subject(), state, BakeWorld.twoHours());
    }

    BakeStep.Verdict verdict() {
      assertThat(decide()).isInstanceOf(BakeStep.Verdict.class);
      return (BakeStep.Verdict) decide();
    }

    GateEvidence evidence() {
      return GateEvidence.all(fold.subject(), state).getLast();
    }
  }

  private void fires(Instant since) {
    world.firing.put(BakeWorld.SEOUL, new Firing(since, "no baskets for 5 minutes"));
  }

  @Test
  void silentAlarm_isGoodAndPasses() {
    BakeStep.Verdict verdict = new Bake(Effect.ROLL_BACK).run(2 * HOUR).verdict();

    assertThat(verdict.cause()).isEqualTo(VerdictCause.PROVEN);
    assertThat(verdict.sentence()).endsWith("basket: does not fire in ap-northeast-2");
  }

  @Test
  void rollBackAlarm_thatBeganAfterTheTouch_isDegradedInTheSameInterval() {
    Bake bake = new Bake(Effect.ROLL_BACK).run(10);
    fires(BakeWorld.TOUCHED);

    BakeStep.Verdict verdict = bake.run(1).verdict();

    assertThat(verdict.cause()).isEqualTo(VerdictCause.ALARM);
    assertThat(verdict.sentence())
        .isEqualTo(
            "basket: BasketEmpty fires since 2026-03-01T11:57:00Z in ap-northeast-2"
                + " (no baskets for 5 minutes)");
    world.firing.clear();
    assertThat(bake.run(5).verdict().sentence()).isEqualTo(verdict.sentence());
  }

  @Test
  void rollBackAlarm_withAMeasuringGateThatAgrees_isTheGatesVerdict() {
    world.contenderRate = 0.05;
    Bake bake = new Bake(Effect.ROLL_BACK);
    fires(BakeWorld.EXPOSED);

    assertThat(bake.run(20).verdict().cause()).isEqualTo(VerdictCause.GATE);
  }

  @ParameterizedTest
  @EnumSource(Effect.class)
  void alarm_thatFiredBeforeTheTouch_isOnlyNoted(Effect effect) {
    fires(BEFORE);

    Bake bake = new Bake(effect).run(2 * HOUR);

    assertThat(bake.verdict().cause()).isEqualTo(VerdictCause.PROVEN);
    assertThat(bake.evidence().sentence())
        .contains("which the release touched only at 2026-03-01T11:57:00Z")
        .endsWith("only noted");
  }

  @ParameterizedTest
  @EnumSource(Effect.class)
  void alarm_thatFiresInAnUntouchedRegionToo_isOnlyNoted(Effect effect) {
    fires(BakeWorld.EXPOSED);
    world.firing.put(BakeWorld.OTHERS.get(1), new Firing(BakeWorld.EXPOSED, ""));

    Bake bake = new Bake(effect).run(2 * HOUR);

    assertThat(bake.verdict().cause()).isEqualTo(VerdictCause.PROVEN);
    assertThat(bake.evidence().sentence()).contains("in untouched regions too: eu-b");
  }

  @Test
  void rollBackAlarm_thatFiresInAPassedRegionToo_stillCounts() {
    world.standings.put(BakeWorld.OTHERS.get(1), Standing.PASSED);
    fires(BakeWorld.EXPOSED);
    world.firing.put(BakeWorld.OTHERS.get(1), new Firing(BakeWorld.EXPOSED, ""));

    assertThat(new Bake(Effect.ROLL_BACK).run(1).verdict().cause()).isEqualTo(VerdictCause.ALARM);
  }

  @Test
  void alarm_thatFiresElsewhereOnly_saysNothing() {
    world.firing.put(BakeWorld.OTHERS.get(1), new Firing(BakeWorld.EXPOSED, ""));

    assertThat(new Bake(Effect.ROLL_BACK).run(2 * HOUR).verdict().cause())
        .isEqualTo(VerdictCause.PROVEN);
  }

  @Test
  void noteAlarm_decidesNothingAndStandsInTheEvidence() {
    fires(BakeWorld.EXPOSED);

    Bake bake = new Bake(Effect.NOTE).run(2 * HOUR);

    assertThat(bake.verdict().cause()).isEqualTo(VerdictCause.PROVEN);
    assertThat(bake.evidence().sentence()).startsWith("basket: BasketEmpty fires since");
  }

  @Test
  void holdAlarm_holdsWhileItFiresAndPassesAfterwards() {
    Bake bake = new Bake(Effect.HOLD).run(2 * HOUR - 10);
    fires(BakeWorld.EXPOSED.plusSeconds(7_000));
    bake.run(100);
    assertThat(bake.decide())
        .isInstanceOfSatisfying(
            BakeStep.Hold.class, hold -> assertThat(hold.reason()).isEqualTo(HoldReason.ALARM));
    world.firing.clear();

    assertThat(bake.run(1).verdict().cause()).isEqualTo(VerdictCause.PROVEN);
  }

  @Test
  void holdAlarm_atTheDeadline_isInconclusive() {
    Bake bake = new Bake(Effect.HOLD).run(2 * HOUR - 10);
    fires(BakeWorld.EXPOSED.plusSeconds(7_000));
    assertThat(bake.run(HOUR).decide()).isInstanceOf(BakeStep.Hold.class);

    assertThat(bake.run(1).verdict().cause()).isEqualTo(VerdictCause.ALARM_FIRING);
  }

  @Test
  void alarm_ofWhichNothingIsKnown_neverPasses() {
    world.seen = Unseen.deaf();
    Bake bake = new Bake(Effect.HOLD);
    for (int i = 0; i < 4 * HOUR; i++) {
      boolean passes =
          bake.run(1).decide() instanceof BakeStep.Verdict verdict
              && verdict.cause() == VerdictCause.PROVEN;
      assertThat(passes).as("interval %d", i).isFalse();
    }
    assertThat(bake.verdict().cause()).isEqualTo(VerdictCause.EVERYTHING_SILENT);
  }

  @Test
  void ringingAlarm_ofWhichNothingIsKnownAnyMore_goesOnRinging() {
    fires(BakeWorld.EXPOSED);
    Bake bake = new Bake(Effect.HOLD).run(10);
    world.seen = Unseen.deaf();

    assertThat(bake.run(2).decide()).isInstanceOf(BakeStep.Hold.class);
  }

  @Test
  void silentContender_isSilentWhateverItsAlarmSays() {
    world.seen = Unseen.silent(BakeWorld.SEOUL::equals);

    assertThat(new Bake(Effect.HOLD).run(10).decide())
        .isInstanceOfSatisfying(
            BakeStep.Hold.class,
            hold -> assertThat(hold.reason()).isEqualTo(HoldReason.CONTENDER_SILENT));
  }

  @Test
  void glance_betweenTwoIntervals_saysAtOnceWhatTheIntervalWillSay() {
    Bake bake = new Bake(Effect.ROLL_BACK).run(10);
    fires(BakeWorld.EXPOSED.plusSeconds(151));
    Instant now = bake.state.at().plusSeconds(2);
    TreeMap<String, GateObservation> alarms = new TreeMap<>();
    alarms.put("basket", world.alerts());

    BakeState glanced =
        bake.fold.glance(
            bake.state, new GridObservations(bake.state.at(), now, world.standings, alarms));

    assertThat(BakeDecision.glance(bake.fold.subject(), glanced))
        .hasValueSatisfying(step ->
            assertThat(step)
                .isInstanceOfSatisfying(
                    BakeStep.Verdict.class,
                    verdict -> assertThat(verdict.cause()).isEqualTo(VerdictCause.ALARM)));
    assertThat(glanced.at()).isEqualTo(bake.state.at());
    assertThat(BakeDecision.glance(bake.fold.subject(), bake.state)).isEmpty();
  }
}
