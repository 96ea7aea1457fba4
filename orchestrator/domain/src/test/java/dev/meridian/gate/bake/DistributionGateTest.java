package dev.meridian.gate.bake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.GateSpec.Direction;
import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.sample.Measured;
import dev.meridian.region.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole windows of readings against the incumbent's, and never half a window. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class DistributionGateTest {
  private static final int POINTS = 50;
  private static final int HOUR = BakeWorld.HOUR;
  private static final String QUEUE = "queue";

  private final BakeWorld world = new BakeWorld(5);

  private static GateSpec.Distribution queue(Direction direction, double least) {
    return new GateSpec.Distribution(
        QUEUE, true, "queue", direction, POINTS, least, BakeWorld.INTERVAL, Share.ofFraction(0.5));
  }

  /** A bake with the distribution gate beside a ratio gate. */
  private final class Bake {
    private final BakeFold fold;
    private BakeState state;

    Bake(Direction direction, double least) {
      fold =
          new BakeFold(
              world.subject(List.of(BakeWorld.ratio("errors", true), queue(direction, least))));
      state = fold.begin(world.standings);
    }

    Bake run(int intervals) {
      state = world.run(fold, state, intervals);
      return this;
    }

    BakeStep decide(BakeTerms terms) {
      return BakeDecision.decide(fold.subject(), state, terms);
    }

    VerdictCause cause() {
      BakeStep step = decide(BakeWorld.twoHours());
      assertThat(step).isInstanceOf(BakeStep.Verdict.class);
      return ((BakeStep.Verdict) step).cause();
    }

    GateState.Distribution gate() {
      return (GateState.Distribution) state.gates().getLast();
    }

    GateEvidence evidence() {
      return GateEvidence.all(fold.subject(), state).getLast();
    }
  }

  private void alters(UnaryOperator<GateObservation.Reading> change) {
    world.seen =
        grid -> {
          SortedMap<String, GateObservation> gates = new TreeMap<>(grid.gates());
          gates.computeIfPresent(QUEUE, (_, seen) -> change.apply((GateObservation.Reading) seen));
          return new GridObservations(grid.from(), grid.until(), grid.standings(), gates);
        };
  }

  @Test
  void worseContender_isDegradedWithTheFullWindowAndNotBefore() {
    world.cpu = 0.6;
    Bake bake = new Bake(Direction.INCREASE, 0.7).run(POINTS - 1);
    assertThat(bake.gate().crossing()).isEmpty();
    assertThat(bake.evidence().sentence())
        .isEqualTo("queue: 49 readings, not enough to compare them yet");

    assertThat(bake.run(1).cause()).isEqualTo(VerdictCause.GATE);
    assertThat(bake.evidence().sentence())
        .startsWith("queue: readings in ap-northeast-2 are above the incumbent's in ")
        .contains("medians 0.59 and 0.39")
        .endsWith("fails from 70.00 % with p below 1.00 %");
    assertThat(bake.evidence().figures())
        .containsKeys("effect", "p", "median", "incumbentMedian")
        .containsEntry("windows", 1.0);
    assertThat(bake.gate().samples().counters().bad()).isEqualTo(POINTS);
  }

  @ParameterizedTest
  @CsvSource({
    "INCREASE, 0.6, GATE",
    "INCREASE, 0.2, PROVEN",
    "INCREASE, 0.4, PROVEN",
    "DECREASE, 0.6, PROVEN",
    "DECREASE, 0.2, GATE",
    "EITHER, 0.6, GATE",
    "EITHER, 0.2, GATE",
    "EITHER, 0.4, PROVEN",
  })
  void difference_countsInTheHarmfulDirectionOnly(
      Direction direction, double level, VerdictCause cause) {
    world.cpu = level;

    assertThat(new Bake(direction, 0.8).run(2 * HOUR).cause()).isEqualTo(cause);
  }

  @Test
  void sureButSmallDifference_isNotDegraded() {
    world.cpu = 0.44;
    Bake bake = new Bake(Direction.INCREASE, 0.9).run(2 * HOUR);

    assertThat(bake.gate().last())
        .hasValueSatisfying(last -> assertThat(last.p()).isLessThan(DistributionFold.SURE));
    assertThat(bake.cause()).isEqualTo(VerdictCause.PROVEN);
  }

  @Test
  void constantsOnBothSides_areNoEvidenceWhenEqualAndFullWhenNot() {
    alters(_ -> reading(0, 0));
    assertThat(new Bake(Direction.EITHER, 0.7).run(2 * HOUR).cause())
        .isEqualTo(VerdictCause.PROVEN);
    alters(_ -> reading(1, 0));
    assertThat(new Bake(Direction.EITHER, 0.7).run(POINTS).cause()).isEqualTo(VerdictCause.GATE);
  }

  private static GateObservation.Reading reading(double contender, double incumbent) {
    return new GateObservation.Reading(
        new Measured.Seen<>(contender), new Measured.Seen<>(incumbent));
  }

  @Test
  void contenderWithoutAnIncumbent_neverPassesAndIsNotItsFault() {
    alters(seen -> new GateObservation.Reading(seen.contender(), new Measured.NoData<>("none")));
    Bake bake = new Bake(Direction.INCREASE, 0.7);
    List<BakeStep> verdicts = new ArrayList<>();
    for (int i = 0; i < 4 * HOUR && verdicts.isEmpty(); i++) {
      BakeStep step = bake.run(1).decide(BakeWorld.twoHours());
      if (step instanceof BakeStep.Verdict) {
        verdicts.add(step);
      }
    }

    assertThat(verdicts).hasSize(1);
    assertThat(bake.cause()).isEqualTo(VerdictCause.EVERYTHING_SILENT);
    assertThat(bake.gate().samples().counters().good()).isZero();
    assertThat(bake.gate().uncontrolled()).isEqualTo(bake.gate().samples().counters().noData());
  }

  @Test
  void readingsThatAreNoNumbersOrCouldNotBeRead_areMissing() {
    alters(_ -> reading(Double.NaN, 1));
    Bake bake = new Bake(Direction.INCREASE, 0.7).run(10);
    alters(seen ->
        new GateObservation.Reading(new Measured.QueryError<>("refused"), seen.incumbent()));
    bake.run(5);

    assertThat(bake.gate().samples().counters().noData()).isEqualTo(10);
    assertThat(bake.gate().samples().counters().queryErrors()).isEqualTo(5);
    assertThat(bake.gate().window()).isEmpty();
    assertThat(bake.gate().samples().seen()).isEqualTo(BakeWorld.EXPOSED);
  }

  @Test
  void bakeShorterThanAWindow_waitsUntilTheWindowHasSpoken() {
    BakeTerms tenMinutes =
        new BakeTerms(
            BakeWorld.EXPOSED.plus(Duration.ofMinutes(10)),
            BakeWorld.EXPOSED.plus(Duration.ofHours(24)),
            Duration.ofHours(1),
            Duration.ofHours(6),
            1000);
    Bake bake = new Bake(Direction.INCREASE, 0.8).run(POINTS - 1);

    assertThat(bake.decide(tenMinutes))
        .isInstanceOfSatisfying(
            BakeStep.Hold.class,
            hold -> {
              assertThat(hold.reason()).isEqualTo(HoldReason.TOO_FEW_GOOD_SAMPLES);
              assertThat(hold.sentence()).contains("49 waiting for their window");
            });
    assertThat(bake.run(1).decide(tenMinutes)).isInstanceOf(BakeStep.Verdict.class);
  }

  @Test
  void bakeThatBeginsAnew_beginsANewWindowAndKeepsWhatWasCrossed() {
    world.cpu = 0.6;
    Bake bake = new Bake(Direction.INCREASE, 0.7).run(POINTS + 7);

    GateState.Distribution afresh = (GateState.Distribution) bake.gate().afresh();

    assertThat(afresh.window()).isEmpty();
    assertThat(afresh.samples().counters().bad()).isZero();
    assertThat(afresh.crossing()).isEqualTo(bake.gate().crossing()).isPresent();
  }
}
