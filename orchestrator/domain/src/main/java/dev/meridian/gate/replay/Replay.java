package dev.meridian.gate.replay;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.VerdictKind;
import dev.meridian.gate.bake.BakeDecision;
import dev.meridian.gate.bake.BakeFold;
import dev.meridian.gate.bake.BakeState;
import dev.meridian.gate.bake.BakeStep;
import dev.meridian.gate.bake.BakeSubject;
import dev.meridian.gate.bake.BakeTerms;
import dev.meridian.gate.bake.GateEvidence;
import dev.meridian.gate.bake.GateState;
import dev.meridian.gate.bake.GridObservations;
import dev.meridian.gate.bake.Standing;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.SampleCounters;
import dev.meridian.gate.sight.Baseline;
import dev.meridian.gate.sight.GateSight;
import dev.meridian.gate.sight.Outlook;
import dev.meridian.region.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One gate over a past stretch of time: the bake's own fold and the bake's own decision after each
 * interval, until there is a verdict. What is critical or not does not matter here: the question is
 * what the gate would decide if it did.
 *
 * @param subject with the one gate, {@link #deciding}
 * @param terms the stretch of time as a bake
 * @param state after the last interval folded
 * @param course so far
 * @param holds so far, each reason once
 * @param last what the judge said last
 */
public record Replay(
    BakeSubject subject,
    BakeTerms terms,
    BakeState state,
    Course course,
    List<Held> holds,
    BakeStep last) {
  public Replay {
    holds = List.copyOf(holds);
  }

  /**
   * @param standings of the other regions with users, which stay
   */
  public static Replay begin(
      BakeSubject subject, BakeTerms terms, SortedMap<RegionCode, Standing> standings) {
    Duration length = Duration.between(subject.exposedAt(), terms.until());
    return new Replay(
        subject,
        terms,
        new BakeFold(subject).begin(standings),
        Course.of(length.dividedBy(subject.gates().getFirst().interval())),
        List.of(),
        new BakeStep.KeepMeasuring());
  }

  /** The same gate, whose word counts. */
  public static GateSpec deciding(GateSpec gate) {
    return switch (gate) {
      case GateSpec.Ratio ratio ->
          new GateSpec.Ratio(
              ratio.name(),
              true,
              ratio.events(),
              ratio.ceiling(),
              ratio.control(),
              ratio.interval(),
              ratio.minimumGood());
      case GateSpec.Value value ->
          new GateSpec.Value(
              value.name(),
              true,
              value.query(),
              value.max(),
              value.maxOverIncumbent(),
              value.badOf(),
              value.window(),
              value.interval(),
              value.minimumGood());
      case GateSpec.Alarm alarm ->
          new GateSpec.Alarm(
              alarm.name(),
              true,
              alarm.alert(),
              alarm.labels(),
              alarm.effect(),
              alarm.interval(),
              alarm.minimumGood());
      case GateSpec.Distribution distribution -> deciding(distribution);
      case GateSpec.Trend trend -> deciding(trend);
    };
  }

  private static GateSpec deciding(GateSpec.Trend gate) {
    return new GateSpec.Trend(
        gate.name(),
        true,
        gate.query(),
        gate.limit(),
        gate.horizon(),
        gate.interval(),
        gate.minimumGood());
  }

  private static GateSpec deciding(GateSpec.Distribution gate) {
    return new GateSpec.Distribution(
        gate.name(),
        true,
        gate.query(),
        gate.direction(),
        gate.points(),
        gate.least(),
        gate.interval(),
        gate.minimumGood());
  }

  /** Whether a verdict has been given: nothing that follows would change it. */
  public boolean decided() {
    return last instanceof BakeStep.Verdict;
  }

  /** One interval later; a verdict stays as it is. */
  public Replay after(GridObservations grid) {
    if (decided()) {
      return this;
    }
    BakeState next = new BakeFold(subject).fold(state, grid);
    BakeStep step = BakeDecision.decide(subject, next, terms);
    return new Replay(
        subject,
        terms,
        next,
        course.with(Moments.of(subject.gates().getFirst(), next, grid)),
        held(step, next.at()),
        step);
  }

  private List<Held> held(BakeStep step, Instant at) {
    if (!(step instanceof BakeStep.Hold hold)
        || holds.stream().anyMatch(held -> held.reason() == hold.reason())) {
      return holds;
    }
    List<Held> all = new ArrayList<>(holds);
    all.add(new Held(hold.reason(), at, hold.sentence()));
    return all;
  }

  /** What came of it. */
  public Replayed result() {
    GateEvidence evidence = GateEvidence.all(subject, state).getFirst();
    SampleCounters samples = evidence.state().samples().counters();
    boolean seen = samples.good() + samples.bad() > 0;
    return switch (last) {
      case BakeStep.Verdict verdict ->
          result(
              verdict.cause().kind(),
              seen ? verdict.sentence() : nothingSeen(evidence.name()),
              evidence);
      case BakeStep.Hold hold ->
          result(
              VerdictKind.INCONCLUSIVE,
              seen ? "would still wait: " + hold.sentence() : nothingSeen(evidence.name()),
              evidence);
      case BakeStep.KeepMeasuring _ ->
          result(VerdictKind.INCONCLUSIVE, "would still measure: " + evidence.sentence(), evidence);
    };
  }

  private Replayed result(VerdictKind kind, String sentence, GateEvidence evidence) {
    return new Replayed(
        kind,
        last instanceof BakeStep.Verdict verdict ? Optional.of(verdict.cause()) : Optional.empty(),
        state.at(),
        sentence,
        holds,
        evidence,
        sight(),
        course.moments(),
        List.of());
  }

  private String nothingSeen(String gate) {
    return "%s: nothing was seen in %s from %s to %s, and what cannot be seen is never healthy"
        .formatted(gate, subject.region(), subject.exposedAt(), state.at());
  }

  private Optional<GateSight> sight() {
    if (!(subject.gates().getFirst() instanceof GateSpec.Ratio gate)
        || !(state.gates().getFirst() instanceof GateState.Ratio ratio)
        || ratio.contender().all() == 0) {
      return Optional.empty();
    }
    double seconds = Duration.between(subject.exposedAt(), state.at()).toSeconds();
    double own = ratio.contender().all() / seconds;
    double control = ratio.compared().control().all() / seconds;
    Counts usual = subject.history(gate.name()).total(subject.region());
    Baseline baseline =
        Baseline.of(usual.all() > 0 ? usual : ratio.contender(), ratio.control().calibration())
            .carrying(own, control);
    Outlook outlook =
        new Outlook(
            subject.region(),
            ratio.control().members(),
            own,
            control,
            baseline,
            subject.share(gate.name()));
    return Optional.of(outlook.sight(gate, Duration.between(subject.exposedAt(), terms.until())));
  }
}
