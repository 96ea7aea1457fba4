package dev.meridian.worker.metrics;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.BakeDecision;
import dev.meridian.gate.bake.BakeFold;
import dev.meridian.gate.bake.BakeState;
import dev.meridian.gate.bake.BakeStep;
import dev.meridian.gate.bake.BakeSubject;
import dev.meridian.gate.bake.BakeTerms;
import dev.meridian.gate.bake.GateObservation;
import dev.meridian.gate.bake.GridObservations;
import dev.meridian.gate.bake.History;
import dev.meridian.gate.bake.Standing;
import dev.meridian.gate.bake.Surroundings;
import dev.meridian.gate.sample.ClockSkew;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sample.Tiling;
import dev.meridian.gate.statistics.AlphaShares;
import dev.meridian.region.RegionCode;
import dev.meridian.region.plan.BakeTime;
import dev.meridian.region.plan.Judgement;
import dev.meridian.region.plan.Placement;
import dev.meridian.worker.frozen.FrozenRollout;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * One attempt in one region under gates: reads the intervals that are over, folds them, and asks
 * the judge after each. Lost state is rebuilt from a checkpoint by asking the past again.
 */
final class RegionBake {
  /** Samples of an interval may arrive so much later than it ends. */
  static final Duration SETTLE = ClockSkew.TOLERATED;

  /** Metrics that do not answer are asked again for so long before the time counts as unseen. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Where counters stood at an instant is found among the scrapes of so long before it. */
  static final Duration LOOKBACK = Duration.ofMinutes(10);

  private static final int MOST_STEPS = 240;

  private final FrozenRollout frozen;
  private final BakeSources sources;
  private final Instant released;
  private final GridReader reader;
  private final SortedMap<String, AlarmReader> alarms = new TreeMap<>();
  private BakeFold fold;
  private volatile BakeState state;
  private boolean calibrated;
  private boolean primed;

  /** What the judge is asked after each interval. */
  interface Judge {
    BakeStep judge(BakeSubject subject, BakeState state);
  }

  /**
   * @param checkpoint where an earlier execution stood
   */
  RegionBake(
      FrozenRollout frozen,
      BakeSources sources,
      ReleaseFacts facts,
      Instant exposedAt,
      Optional<BakeState> checkpoint) {
    this.frozen = frozen;
    this.sources = sources;
    this.released = facts.began().orElse(exposedAt);
    List<GateSpec> gates = frozen.service().gates();
    Grid grid = Grid.of(exposedAt, gates);
    Instant touchedAt = facts.touchedAt(frozen.rollout()).orElse(exposedAt);
    for (GateSpec gate : gates) {
      if (gate instanceof GateSpec.Alarm alarm) {
        alarms.put(
            gate.name(),
            new AlarmReader(
                alarm,
                Contender.of(frozen),
                frozen.labelsWithUsers(),
                touchedAt,
                sources.alerts()));
      }
    }
    this.reader =
        new GridReader(
            grid,
            gates,
            Contender.of(frozen),
            (query, contender) -> new ReadingReader(query, contender, sources.clients(), released),
            alarms);
    this.fold = new BakeFold(subject(new TreeMap<>()));
    this.state = checkpoint.orElseGet(() -> fold.begin(facts.standings(frozen, grid.origin())));
  }

  FrozenRollout frozen() {
    return frozen;
  }

  BakeSubject subject() {
    return fold.subject();
  }

  BakeState state() {
    return state;
  }

  /** What a look from outside says of the cluster is part of what the judge knows. */
  void clusterSeen(boolean answers, Instant now) {
    state = state.clusterSeen(answers, now);
  }

  /** Whether it has alarms to look at between two steps. */
  boolean listens() {
    return !alarms.isEmpty();
  }

  /** What the alarms say at once. */
  Optional<BakeStep> glance(Instant now, Supplier<ReleaseFacts> facts) {
    SortedMap<String, GateObservation> heard = new TreeMap<>();
    alarms.forEach((gate, alarm) -> {
      GateObservation.Alerts alerts = alarm.at(now);
      if (alerts.firesIn(frozen.region().code())) {
        heard.put(gate, alerts);
      }
    });
    if (heard.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<RegionCode, Standing> standings = facts.get().standings(frozen, now);
    BakeState glanced = fold.glance(state, new GridObservations(state.at(), now, standings, heard));
    return BakeDecision.glance(fold.subject(), glanced);
  }

  /** When this bake may end as it stands, from the plan and the policy. */
  BakeTerms terms() {
    Placement placement = frozen.placement();
    BakeTime bake = placement.bake();
    Instant origin = state.since(fold.subject());
    Duration deadline = frozen.service().release().inconclusiveDeadline();
    Instant until = bake.until(origin, frozen.region().zone());
    Instant ceiling = origin.plus(bake.ceiling());
    Instant patient = until.plus(deadline);
    return new BakeTerms(
        until,
        ceiling.isAfter(patient) ? ceiling : patient,
        deadline,
        frozen.service().release().unreachableDeadline(),
        bake.requestsNeeded(),
        placement.judgement() == Judgement.POOLED_OR_UNPROVEN);
  }

  /** The steps that can be read now. */
  Optional<Tiling> due(Instant now) {
    return reader.grid().steps(state.at(), now.minus(SETTLE), MOST_STEPS);
  }

  /** From where raw samples are needed for the steps that are due. */
  Instant neededFrom(Tiling steps) {
    return frozen.service().gates().stream()
        .map(gate -> reader.grid().lastEnd(gate, steps.from()))
        .min(Instant::compareTo)
        .orElse(steps.from());
  }

  /**
   * Folds the steps and asks the judge after each; a verdict ends it.
   *
   * @param reads of at least {@link #neededFrom} to the end of the steps
   * @return everything that the judge said but "keep measuring", each hold once
   */
  List<BakeStep> advance(RawReads reads, Tiling steps, ReleaseFacts facts, Judge judge)
      throws InterruptedException {
    boolean late = Duration.between(steps.from(), steps.until()).compareTo(PATIENCE) > 0;
    try {
      prepare(facts);
    } catch (MetricsException e) {
      return e.passing() && !late ? List.of() : folded(unseen(steps, e.sentence()), facts, judge);
    }
    GridReader.Polled polled = reader.poll(reads, steps, sources.threads());
    if (polled.unanswered() && !late) {
      return List.of();
    }
    reader.accept(polled);
    return folded(polled.steps(), facts, judge);
  }

  private void prepare(ReleaseFacts facts) {
    if (!calibrated) {
      fold = new BakeFold(subject(sources.history().read(frozen, released)));
      calibrated = true;
      if (state.gridIndex() == 0) {
        state = fold.begin(facts.standings(frozen, reader.grid().origin()));
      }
    }
    if (!primed) {
      Duration silent = Duration.between(state.contenderSeen(), state.at());
      Instant from = neededFrom(new Tiling(state.at(), reader.grid().step(), 1));
      reader.prime(
          sources.reads(frozen, from.minus(LOOKBACK).minus(silent), state.at()), state.at());
      primed = true;
    }
  }

  private BakeSubject subject(SortedMap<String, History> histories) {
    List<GateSpec> gates = frozen.service().gates();
    return new BakeSubject(
        frozen.region().code(),
        frozen.together(),
        gates,
        AlphaShares.of(frozen.service().release().alpha(), frozen.judgedRegions(), gates)
            .of(frozen.rollout().attempt()),
        histories,
        reader.queries(RegionGroup.of(frozen)),
        reader.grid().origin());
  }

  private List<BakeStep> folded(List<GridObservations> observed, ReleaseFacts facts, Judge judge) {
    List<BakeStep> said = new ArrayList<>();
    for (GridObservations seen : observed) {
      GridObservations grid =
          new GridObservations(
              seen.from(),
              seen.until(),
              facts.standings(frozen, seen.until()),
              seen.gates(),
              facts.changes(frozen, known(seen), seen.until()));
      state = fold.fold(state, grid);
      BakeStep step = judge.judge(fold.subject(), state);
      switch (step) {
        case BakeStep.KeepMeasuring on -> {}
        case BakeStep.Hold hold -> {
          if (said.stream().noneMatch(before -> sameReason(before, hold))) {
            said.add(hold);
          }
        }
        case BakeStep.Verdict verdict -> {
          said.add(verdict);
          return said;
        }
      }
    }
    return said;
  }

  /** Of the hour before the exposure the first interval is told. */
  private Instant known(GridObservations seen) {
    return state.gridIndex() == 0 ? seen.from().minus(Surroundings.NEAR) : seen.from();
  }

  private static boolean sameReason(BakeStep before, BakeStep.Hold hold) {
    return before instanceof BakeStep.Hold earlier && earlier.reason() == hold.reason();
  }

  /** Time in which nothing could be measured. */
  private List<GridObservations> unseen(Tiling steps, String sentence) {
    List<GridObservations> all = new ArrayList<>();
    for (int i = 0; i < steps.count(); i++) {
      Tiling one = new Tiling(i == 0 ? steps.from() : steps.end(i - 1), steps.length(), 1);
      SortedMap<String, GateObservation> gates = new TreeMap<>();
      for (GateSpec gate : frozen.service().gates()) {
        if (reader.grid().intervals(gate, one).isPresent()) {
          gates.put(gate.name(), unseen(gate, one.until(), sentence));
        }
      }
      all.add(new GridObservations(one.from(), one.until(), new TreeMap<>(), gates));
    }
    return all;
  }

  private GateObservation unseen(GateSpec gate, Instant at, String sentence) {
    AlarmReader alarm = alarms.get(gate.name());
    if (alarm != null) {
      return alarm.at(at);
    }
    if (gate instanceof GateSpec.Ratio) {
      SortedMap<RegionCode, Measured<Counts>> regions = new TreeMap<>();
      regions.put(frozen.region().code(), new Measured.QueryError<>(sentence));
      return new GateObservation.Events(regions);
    }
    return new GateObservation.Reading(
        new Measured.QueryError<>(sentence), new Measured.QueryError<>(sentence));
  }
}
