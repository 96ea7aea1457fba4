package dev.meridian.gate.bake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.change.OutsideChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Something else changes in a region in bake: the bake begins anew, and people read of it. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ChangedRegionTest {
  private static final int HOUR = BakeWorld.HOUR;

  private final BakeWorld world = new BakeWorld(5);
  private final BakeFold fold = new BakeFold(world.subject(BakeWorld.gates()));
  private final List<OutsideChange> told = new ArrayList<>();
  private BakeState state = fold.begin(world.standings);

  ChangedRegionTest() {
    world.seen =
        grid -> {
          List<OutsideChange> now = List.copyOf(told);
          told.clear();
          return new GridObservations(
              grid.from(), grid.until(), grid.standings(), grid.gates(), now);
        };
  }

  private void run(int intervals) {
    state = world.run(fold, state, intervals);
  }

  private void change(Instant from) {
    told.add(
        new OutsideChange(
            OutsideChange.Kind.FLAG,
            List.of(BakeWorld.SEOUL),
            from,
            Optional.empty(),
            "new basket " + from));
  }

  private BakeStep decide() {
    BakeTerms terms = BakeWorld.twoHours();
    Duration moved = Duration.between(BakeWorld.EXPOSED, state.since(fold.subject()));
    return BakeDecision.decide(
        fold.subject(),
        state,
        new BakeTerms(
            terms.until().plus(moved),
            terms.ceiling().plus(moved),
            terms.deadline(),
            terms.unreachableDeadline(),
            terms.minimumRequests()));
  }

  private GateState.Ratio errors() {
    return (GateState.Ratio) state.gates().getFirst();
  }

  @Test
  void evidence_ofHalfAnHourAfterAChange_isNearIt_andLaterIsNot() {
    change(state.at().plusSeconds(3));
    run(1);

    assertThat(evidence().changedNearby()).isTrue();
    run(HOUR / 2 - 1);
    assertThat(evidence().changedNearby()).isTrue();
    run(1);
    assertThat(evidence().changedNearby()).isFalse();
    assertThat(evidence().changes()).hasSize(1);
  }

  private Evidence evidence() {
    return Evidence.of(fold.subject(), state, VerdictCause.GATE, "seen");
  }

  @Test
  void change_inTheBake_beginsItAnewAndSaysSoOnce() {
    run(HOUR);
    double before = errors().paired().logValue();
    assertThat(errors().health().shown()).isTrue();
    change(state.at().plusSeconds(3));
    run(1);

    assertThat(decide())
        .isInstanceOfSatisfying(
            BakeStep.Hold.class,
            hold -> {
              assertThat(hold.reason()).isEqualTo(HoldReason.RESTARTED);
              assertThat(hold.sentence())
                  .isEqualTo(
                      "the bake of ap-northeast-2 begins anew after a change, flag since"
                          + " 2026-03-01T13:00:03Z (new basket 2026-03-01T13:00:03Z);"
                          + " it may do so 2 times more");
            });
    assertThat(errors().contender().all()).isZero();
    assertThat(errors().health().shown()).isFalse();
    assertThat(errors().samples().counters().good()).isZero();
    assertThat(errors().paired().logValue()).isNotZero().isNotEqualTo(before);
    run(1);
    assertThat(decide()).isEqualTo(new BakeStep.KeepMeasuring());
    run(2 * HOUR - 2);
    assertThat(decide()).isEqualTo(new BakeStep.KeepMeasuring());
    run(1);
    assertThat(decide())
        .isInstanceOfSatisfying(
            BakeStep.Verdict.class,
            verdict -> {
              assertThat(verdict.cause()).isEqualTo(VerdictCause.PROVEN);
              assertThat(verdict.sentence()).startsWith("healthy for 2 h: ");
              assertThat(verdict.evidence().changes()).hasSize(1);
            });
  }

  @Test
  void change_ofTheHourBefore_isNearAndRestartsNothing() {
    change(BakeWorld.EXPOSED.minus(Duration.ofMinutes(59)));
    change(BakeWorld.EXPOSED.minus(Duration.ofMinutes(61)));
    run(2 * HOUR);

    assertThat(state.around().near()).hasSize(1);
    assertThat(state.around().restarts()).isZero();
    assertThat(decide()).isInstanceOf(BakeStep.Verdict.class);
  }

  @Test
  void changes_withoutEnd_restartThreeTimesAndAreThenOnlyNamed() {
    for (int i = 0; i < 20; i++) {
      run(HOUR / 2);
      change(state.at().plusSeconds(1));
    }
    run(1);

    assertThat(state.around().restarts()).isEqualTo(3);
    assertThat(state.around().near()).hasSize(10);
    assertThat(decide())
        .isInstanceOfSatisfying(
            BakeStep.Verdict.class,
            verdict -> assertThat(verdict.cause()).isEqualTo(VerdictCause.PROVEN));
  }

  @Test
  void crossedLimit_afterAChange_staysCrossedAndNamesTheChangeFirst() {
    run(HOUR);
    world.contenderRate = 0.05;
    run(20);
    change(state.at());
    run(1);

    assertThat(decide())
        .isInstanceOfSatisfying(
            BakeStep.Verdict.class,
            verdict -> {
              assertThat(verdict.cause()).isEqualTo(VerdictCause.GATE);
              assertThat(verdict.sentence())
                  .startsWith("near a change, flag since 2026-03-01T13:05:00Z (new basket")
                  .contains("): errors: ");
            });
  }

  @Test
  void tenfoldErrors_fromTheChangeOn_areDegradedAsSoonAsEver() {
    run(HOUR);
    change(state.at().plusSeconds(1));
    world.contenderRate = 0.01;
    run(12);

    assertThat(decide()).isInstanceOf(BakeStep.Verdict.class);
  }
}
