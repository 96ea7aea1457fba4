package dev.meridian.simulation.judge;

import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.bake.BakeDecision;
import dev.meridian.gate.bake.BakeFold;
import dev.meridian.gate.bake.BakeState;
import dev.meridian.gate.bake.BakeStep;
import dev.meridian.gate.bake.BakeSubject;
import dev.meridian.gate.bake.BakeTerms;
import dev.meridian.gate.bake.GridObservations;
import dev.meridian.gate.bake.History;
import dev.meridian.gate.bake.Standing;
import dev.meridian.gate.statistics.AlphaShares;
import dev.meridian.region.RegionCode;
import dev.meridian.region.plan.BakeTime;
import dev.meridian.region.plan.Judgement;
import dev.meridian.region.plan.Placement;
import dev.meridian.simulation.BrokenLaw;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One attempt in one region under the real fold and decision, in the bake and in the watch. */
public final class RegionJudge {
  private static final Duration SILENCE_DEADLINE = Duration.ofHours(1);
  private static final Duration UNREACHABLE_DEADLINE = Duration.ofHours(6);

  private final RegionCode region;
  private final BakeFold fold;
  private final BakeTerms terms;
  private final PassLaws laws;
  private BakeState state;

  /**
   * @param attempt from 1
   * @param exposedAt full exposure, seconds from the start of the release
   * @param standings of the others at that moment
   */
  public RegionJudge(
      JudgedWorld world,
      SortedMap<String, History> histories,
      RegionCode region,
      int attempt,
      long exposedAt,
      SortedMap<RegionCode, Standing> standings) {
    this.region = region;
    Instant origin = Instant.ofEpochSecond(exposedAt);
    this.fold =
        new BakeFold(
            new BakeSubject(
                region,
                together(world, region),
                world.gates(),
                AlphaShares.of(world.alpha(), world.served().size(), world.gates()).of(attempt),
                histories,
                new TreeMap<>(),
                origin));
    this.terms = terms(world.placement(region), origin);
    this.laws = new PassLaws(fold.subject(), terms);
    this.state = fold.begin(standings);
  }

  private static List<RegionCode> together(JudgedWorld world, RegionCode region) {
    return pooled(world.placement(region))
        ? world.wave(region).placements().stream()
            .filter(RegionJudge::pooled)
            .map(Placement::region)
            .toList()
        : List.of(region);
  }

  private static boolean pooled(Placement placement) {
    return switch (placement.judgement()) {
      case POOLED, POOLED_OR_UNPROVEN -> true;
      case CHECKS, ALONE -> false;
    };
  }

  private static BakeTerms terms(Placement placement, Instant origin) {
    BakeTime bake = placement.bake();
    Instant until = origin.plus(bake.duration());
    Instant ceiling = origin.plus(bake.ceiling());
    Instant patient = until.plus(SILENCE_DEADLINE);
    return new BakeTerms(
        until,
        ceiling.isAfter(patient) ? ceiling : patient,
        SILENCE_DEADLINE,
        UNREACHABLE_DEADLINE,
        bake.requestsNeeded(),
        placement.judgement() == Judgement.POOLED_OR_UNPROVEN);
  }

  /** What it knows: a checkpoint. */
  public BakeState state() {
    return state;
  }

  /** Where it has got to, seconds from the start of the release. */
  public long at() {
    return state.at().getEpochSecond();
  }

  /** Goes back to a checkpoint, as after a crash. */
  public void resume(BakeState checkpoint) {
    state = checkpoint;
  }

  /** Folds the interval after the last one. */
  public void fold(Interval interval, SortedMap<RegionCode, Standing> standings) {
    Instant until = Instant.ofEpochSecond(interval.until());
    long age = interval.until() - fold.subject().exposedAt().getEpochSecond();
    boolean memory = age % Gates.MEMORY_INTERVAL == 0;
    state =
        fold.fold(
            state,
            new GridObservations(
                state.at(), until, standings, interval.observations(region, memory)));
    laws.measured(interval.in(region), state.gridIndex(), memory);
  }

  /**
   * The bake, at the end of the last interval.
   *
   * @throws BrokenLaw when it passes and must not
   */
  public BakeStep decide(boolean clusterAnswers) {
    state = state.clusterSeen(clusterAnswers, state.at());
    BakeStep step = BakeDecision.decide(fold.subject(), state, terms);
    if (step instanceof BakeStep.Verdict verdict && verdict.cause() == VerdictCause.PROVEN) {
      laws.passed(state.at(), clusterAnswers);
    }
    return step;
  }

  /** The watch, at the end of the last interval. */
  public boolean degraded() {
    return BakeDecision.degraded(fold.subject(), state).isPresent();
  }
}
