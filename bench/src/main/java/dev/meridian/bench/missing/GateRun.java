package dev.meridian.bench.missing;

import dev.meridian.bench.missing.Watched.Kind;
import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.bake.BakeDecision;
import dev.meridian.gate.bake.BakeState;
import dev.meridian.gate.bake.BakeStep;
import dev.meridian.gate.bake.GateObservation;
import dev.meridian.gate.bake.GridObservations;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.region.RegionCode;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** One bake of one gate whose data is missing from a drawn moment on. */
final class GateRun {
  private static final double CPU = 0.4;
  private static final double MEMORY = 256;

  private final Watched watched;
  private final Shape shape;
  private final SplittableRandom random;
  private final Counters counters;
  private final int onset;

  GateRun(Watched watched, Shape shape, long seed) {
    this.watched = watched;
    this.shape = shape;
    random = new SplittableRandom(seed);
    counters = new Counters(watched.kind() == Kind.LATENCY, random);
    onset = random.nextInt((int) (shape.latest() * Watched.BAKE) + 1);
  }

  /** Where it stands some minutes after the end of the bake, or that it passed on the way. */
  Ending ending() {
    BakeState state = watched.begin();
    Ending ending = Ending.HELD;
    for (int i = 0; i < Watched.BAKE + Watched.AFTER && ending != Ending.PASSED; i++) {
      state = watched.fold().fold(state, observe(state, i));
      if (i >= Watched.BAKE - 1) {
        ending = Ending.of(BakeDecision.decide(watched.fold().subject(), state, Watched.TERMS));
      }
    }
    return ending;
  }

  private GridObservations observe(BakeState state, int interval) {
    Shape now = interval >= onset ? shape : Shape.NOTHING_MISSING;
    SortedMap<String, GateObservation> gates = new TreeMap<>();
    gates.put(
        Watched.GATE,
        switch (watched.kind()) {
          case ERRORS, LATENCY -> events(counters.measured(now, state.at(), interval));
          case VALUE, TREND, DISTRIBUTION -> reading(now, interval);
          case ALARM -> alerts(now);
        });
    if (watched.begin().gates().size() > 1) {
      gates.put(
          Watched.BESIDE,
          new GateObservation.Reading(new Measured.Seen<>(CPU), new Measured.Seen<>(CPU)));
    }
    return new GridObservations(
        state.at(), state.at().plus(Watched.INTERVAL), Watched.STANDINGS, gates);
  }

  private GateObservation reading(Shape now, int interval) {
    double usual = watched.kind() == Kind.TREND ? MEMORY : CPU;
    return new GateObservation.Reading(
        Numbers.measured(now, usual, random, interval), new Measured.Seen<>(usual));
  }

  private static GateObservation alerts(Shape now) {
    return new GateObservation.Alerts(
        Watched.EXPOSED,
        now == Shape.QUERY_ERROR
            ? new Measured.QueryError<>("503")
            : new Measured.Seen<>(new TreeMap<>()));
  }

  private GateObservation events(Measured<Counts> contender) {
    SortedMap<RegionCode, Measured<Counts>> regions = new TreeMap<>();
    regions.put(Watched.REGION, contender);
    Watched.OTHERS.forEach(region -> regions.put(region, new Measured.Seen<>(usual())));
    return new GateObservation.Events(regions);
  }

  private Counts usual() {
    return new Counts(Watched.REQUESTS, random.nextInt(1000) < Watched.REQUESTS ? 1 : 0);
  }

  /** How a bake with missing data ends. */
  enum Ending {
    /** The mistake that is looked for. */
    PASSED,
    /** It waits, because of silence. */
    HELD_SILENT,
    /** It waits, because too few samples were good. */
    HELD_TOO_FEW,
    /** It waits for another reason. */
    HELD,
    /** It has given up or stopped the release. */
    STOPPED;

    static Ending of(BakeStep step) {
      return switch (step) {
        case BakeStep.KeepMeasuring _ -> HELD;
        case BakeStep.Hold hold ->
            switch (hold.reason()) {
              case CONTENDER_SILENT, EVERYTHING_SILENT, GATE_SILENT -> HELD_SILENT;
              case TOO_FEW_GOOD_SAMPLES -> HELD_TOO_FEW;
              case ALARM, RESTARTED -> HELD;
              case TOO_FEW_REQUESTS, NO_EVIDENCE_OF_HEALTH, CLUSTER_AWAY -> HELD;
            };
        case BakeStep.Verdict verdict -> verdict.cause() == VerdictCause.PROVEN ? PASSED : STOPPED;
      };
    }
  }
}
