package dev.meridian.gate.bake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.statistics.AlphaShares;
import dev.meridian.gate.statistics.Pair;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Regions with too few users to be judged alone: Seoul and one European region, as one. */
@Timeout(60)
class PooledBakeTest {
  private static final RegionCode OTHER = BakeWorld.OTHERS.getFirst();
  private static final Duration BAKE = Duration.ofHours(1);
  private static final Instant CEILING = BakeWorld.EXPOSED.plus(Duration.ofHours(2));

  private final BakeWorld world = new BakeWorld(42);
  private final BakeFold fold = new BakeFold(together());

  private BakeSubject together() {
    world.standings.put(OTHER, Standing.UNSUITABLE);
    BakeSubject alone = world.subject(List.of(BakeWorld.ratio("errors", true)));
    SortedMap<String, History> histories = new TreeMap<>();
    histories.put("errors", world.history(100, 20 * BakeWorld.REQUESTS));
    return new BakeSubject(
        alone.region(),
        List.of(OTHER, alone.region()),
        alone.gates(),
        AlphaShares.of(Share.ofFraction(0.01), 10, alone.gates()).of(1),
        histories,
        alone.queries(),
        alone.exposedAt());
  }

  @Test
  void pool_countsTheRequestsOfAllItsRegions() {
    GateState.Ratio ratio = ratio(run(each(3, 0), each(2, 0), 240));

    assertThat(ratio.contender()).isEqualTo(new Counts(1_200, 0));
    assertThat(ratio.compared().contender()).isEqualTo(ratio.contender());
    assertThat(ratio.control().members()).doesNotContain(OTHER, BakeWorld.SEOUL).hasSize(4);
    assertThat(decide(run(each(3, 0), each(2, 0), 240), false))
        .isInstanceOfSatisfying(
            BakeStep.Verdict.class,
            verdict -> {
              assertThat(verdict.cause()).isEqualTo(VerdictCause.PROVEN);
              assertThat(verdict.sentence()).contains("ap-northeast-2 and eu-a together");
            });
  }

  @Test
  void pool_harmInOneOfItsRegions_isHarmInAll() {
    assertThat(decide(run(each(3, 0), each(20, 4), 60), false))
        .isInstanceOfSatisfying(
            BakeStep.Verdict.class,
            verdict -> {
              assertThat(verdict.cause()).isEqualTo(VerdictCause.GATE);
              assertThat(verdict.sentence()).contains("in ap-northeast-2 and eu-a together");
            });
  }

  @Test
  void pool_aMemberThatIsNotThereYet_isComparedOnlyWhenItIs() {
    GateState.Ratio ratio = ratio(run(each(3, 0), new Measured.NoData<>("no series"), 100));

    assertThat(ratio.contender()).isEqualTo(new Counts(300, 0));
    assertThat(ratio.compared()).isEqualTo(Pair.NONE);
  }

  @Test
  void quietIntervals_areNotMissing() {
    BakeState state = fold.begin(world.standings);
    for (int i = 0; i < 300; i++) {
      state = next(state, each(i % 5 == 0 ? 12 : 0, 0), each(2, 0));
    }

    assertThat(ratio(state).quiet()).isEqualTo(240);
    assertThat(decide(state, false))
        .isInstanceOfSatisfying(
            BakeStep.Verdict.class,
            verdict -> assertThat(verdict.cause()).isEqualTo(VerdictCause.PROVEN));
  }

  @Test
  void tooFewUsers_atTheCeiling_pauseOrPassUnprovenWhereThePolicySaysSo() {
    BakeState state = run(each(0, 0), each(1, 0), 480);

    assertThat(decide(state, false))
        .isInstanceOfSatisfying(
            BakeStep.Verdict.class,
            verdict -> assertThat(verdict.cause()).isEqualTo(VerdictCause.TOO_FEW_REQUESTS));
    assertThat(decide(state, true))
        .isInstanceOfSatisfying(
            BakeStep.Verdict.class,
            verdict -> {
              assertThat(verdict.cause()).isEqualTo(VerdictCause.UNPROVEN);
              assertThat(verdict.sentence())
                  .isEqualTo(
                      "passed unproven, as the policy names it: errors: 480 requests in"
                          + " ap-northeast-2 and eu-a together of the 1,000 needed");
            });
    assertThat(decide(state.clusterSeen(false, state.at()), true))
        .isInstanceOfSatisfying(
            BakeStep.Hold.class,
            hold -> assertThat(hold.reason()).isEqualTo(HoldReason.CLUSTER_AWAY));
  }

  @Test
  void missingData_neverPassesUnproven() {
    BakeState state = fold.begin(world.standings);
    for (int i = 0; i < 480; i++) {
      state = next(state, i % 3 == 0 ? each(0, 0) : new Measured.NoData<>("no series"), each(1, 0));
    }

    assertThat(decide(state, true))
        .isInstanceOfSatisfying(
            BakeStep.Verdict.class,
            verdict -> assertThat(verdict.cause()).isEqualTo(VerdictCause.CONTENDER_SILENT));
  }

  private BakeState run(Measured<Counts> seoul, Measured<Counts> other, int intervals) {
    BakeState state = fold.begin(world.standings);
    for (int i = 0; i < intervals; i++) {
      state = next(state, seoul, other);
    }
    return state;
  }

  private BakeState next(BakeState state, Measured<Counts> seoul, Measured<Counts> other) {
    GridObservations usual = world.observe(fold.subject(), state);
    SortedMap<RegionCode, Measured<Counts>> regions = new TreeMap<>();
    if (usual.gates().get("errors") instanceof GateObservation.Events events) {
      regions.putAll(events.regions());
    }
    regions.put(BakeWorld.SEOUL, seoul);
    regions.put(OTHER, other);
    SortedMap<String, GateObservation> gates = new TreeMap<>();
    gates.put("errors", new GateObservation.Events(regions));
    return fold.fold(
        state, new GridObservations(usual.from(), usual.until(), world.standings, gates));
  }

  private BakeStep decide(BakeState state, boolean mayPassUnproven) {
    BakeTerms terms =
        new BakeTerms(
            BakeWorld.EXPOSED.plus(BAKE),
            CEILING,
            Duration.ofMinutes(30),
            Duration.ofHours(6),
            1_000,
            mayPassUnproven);
    return BakeDecision.decide(fold.subject(), state, terms);
  }

  private static Measured<Counts> each(double requests, double bad) {
    return new Measured.Seen<>(new Counts(requests, bad));
  }

  private static GateState.Ratio ratio(BakeState state) {
    return (GateState.Ratio) state.gates().getFirst();
  }
}
