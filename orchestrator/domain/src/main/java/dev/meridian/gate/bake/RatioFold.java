package dev.meridian.gate.bake;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.GateState.Interval;
import dev.meridian.gate.bake.GateState.Samples;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sample.SampleKind;
import dev.meridian.gate.statistics.Calibration;
import dev.meridian.gate.statistics.CeilingTest;
import dev.meridian.gate.statistics.EvidenceOfHealth;
import dev.meridian.gate.statistics.Pair;
import dev.meridian.gate.statistics.PairedTest;
import dev.meridian.region.RegionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Folds a ratio gate: the paired test, the ceiling test, evidence of health, the next control. */
final class RatioFold {
  private static final int RECENT = 20;

  /** Where more than so many requests usually come in an interval, some do in a quiet hour too. */
  private static final double FEW = 30;

  private final BakeSubject subject;
  private final GateSpec.Ratio gate;
  private final ControlChoice choice;

  RatioFold(BakeSubject subject, GateSpec.Ratio gate) {
    this.subject = subject;
    this.gate = gate;
    choice = new ControlChoice(subject, gate);
  }

  GateState.Ratio begin(SortedMap<RegionCode, Standing> standings) {
    return new GateState.Ratio(
        gate.name(),
        Samples.none(subject.exposedAt()),
        Counts.NONE,
        Pair.NONE,
        PairedTest.begin(),
        CeilingTest.begin(gate.ceiling()),
        EvidenceOfHealth.NONE,
        choice.first(standings),
        0,
        0,
        List.of(),
        Optional.empty());
  }

  GateState.Ratio fold(GateState.Ratio state, Step step, GateObservation.Events events) {
    Measured<Counts> own =
        events.regions().getOrDefault(subject.region(), new Measured.NoData<>("not read"));
    Pair pair = new Pair(sum(subject.together(), events), sum(state.control().members(), events));
    boolean uncontrolled = state.control().expected() && pair.control().all() == 0;
    GateState.Ratio started =
        step.startsLate(state.paired().process().starts()) ? lateStart(state) : state;
    GateState.Ratio tested = tested(started, pair, step.second(), whole(events));
    GateState.Ratio next =
        new GateState.Ratio(
            state.name(),
            samples(state, own, uncontrolled, step.grid().until()),
            tested.contender(),
            tested.compared(),
            tested.paired(),
            tested.ceiling(),
            tested.health(),
            choice.next(state.control(), step, events),
            state.uncontrolled() + (uncontrolled ? 1 : 0),
            state.quiet() + (quiet(own) && !uncontrolled ? 1 : 0),
            tested.recent(),
            state.crossing());
    return state.crossing().isPresent() ? next : crossed(next, step.grid().until());
  }

  private static GateState.Ratio lateStart(GateState.Ratio state) {
    return with(state, state.paired().lateStart(), state.ceiling().lateStart());
  }

  private static GateState.Ratio with(
      GateState.Ratio state, PairedTest paired, CeilingTest ceiling) {
    return new GateState.Ratio(
        state.name(),
        state.samples(),
        state.contender(),
        state.compared(),
        paired,
        ceiling,
        state.health(),
        state.control(),
        state.uncontrolled(),
        state.quiet(),
        state.recent(),
        state.crossing());
  }

  /**
   * @param whole whether the regions that are counted with it reported: kappa is that of all
   */
  private GateState.Ratio tested(GateState.Ratio state, Pair pair, long second, boolean whole) {
    Calibration calibration = state.control().calibration();
    CeilingTest ceiling =
        state.ceiling().after(pair.contender(), gate.ceiling(), calibration.phi());
    EvidenceOfHealth health =
        state.health().afterContender(pair.contender(), gate.ceiling(), calibration.phi());
    PairedTest paired = state.paired();
    Pair compared = state.compared();
    if (whole && calibration instanceof Calibration.Known known) {
      Pair judged = state.paired().pending().plus(pair);
      health = health.afterPair(judged, state.paired().inWeather(known));
      paired = paired.after(pair, known);
      compared = compared.plus(pair);
    }
    Interval interval = new Interval(second, pair, paired.logValue(), ceiling.logValue());
    return new GateState.Ratio(
        state.name(),
        state.samples(),
        state.contender().plus(pair.contender()),
        compared,
        paired,
        ceiling,
        health,
        state.control(),
        state.uncontrolled(),
        state.quiet(),
        withLast(state.recent(), interval),
        state.crossing());
  }

  private GateState.Ratio crossed(GateState.Ratio state, Instant at) {
    return RatioSentence.crossing(subject, gate, state)
        .map(sentence -> withCrossing(state, new Crossing(at, sentence)))
        .orElse(state);
  }

  private static GateState.Ratio withCrossing(GateState.Ratio state, Crossing crossing) {
    return new GateState.Ratio(
        state.name(),
        state.samples(),
        state.contender(),
        state.compared(),
        state.paired(),
        state.ceiling(),
        state.health(),
        state.control(),
        state.uncontrolled(),
        state.quiet(),
        state.recent(),
        Optional.of(crossing));
  }

  /** Good needs requests, and, where there is a control, its answer as well. */
  private Samples samples(
      GateState.Ratio state, Measured<Counts> own, boolean uncontrolled, Instant until) {
    return switch (own) {
      case Measured.QueryError<Counts> error -> state.samples().missed(error);
      case Measured.NoData<Counts> none -> state.samples().missed(none);
      case Measured.Seen<Counts>(Counts counts) -> {
        boolean silent = counts.all() == 0 || uncontrolled;
        boolean bad = counts.rate() > gate.ceiling().fraction();
        SampleKind seen = bad ? SampleKind.BAD : SampleKind.GOOD;
        yield state.samples().with(silent ? SampleKind.NO_DATA : seen, until);
      }
    };
  }

  /** It reported that nobody came, and that may be: counters that stand still say the same. */
  private boolean quiet(Measured<Counts> own) {
    return own instanceof Measured.Seen<Counts>(Counts counts)
        && counts.all() == 0
        && subject.history(gate.name()).usual(subject.region(), gate.interval()) < FEW;
  }

  private boolean whole(GateObservation.Events events) {
    return subject.together().stream()
        .filter(region -> !region.equals(subject.region()))
        .allMatch(region -> events.regions().get(region) instanceof Measured.Seen<Counts>);
  }

  private static Counts sum(List<RegionCode> regions, GateObservation.Events events) {
    Counts sum = Counts.NONE;
    for (RegionCode member : regions) {
      Measured<Counts> measured = events.regions().get(member);
      sum = measured == null ? sum : sum.plus(counts(measured));
    }
    return sum;
  }

  private static Counts counts(Measured<Counts> measured) {
    return measured instanceof Measured.Seen<Counts>(Counts counts) ? counts : Counts.NONE;
  }

  private static List<Interval> withLast(List<Interval> recent, Interval interval) {
    List<Interval> intervals = new ArrayList<>(recent);
    intervals.add(interval);
    return intervals.subList(Math.max(0, intervals.size() - RECENT), intervals.size());
  }
}
