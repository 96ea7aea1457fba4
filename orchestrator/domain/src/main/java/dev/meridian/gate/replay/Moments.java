package dev.meridian.gate.replay;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.BakeState;
import dev.meridian.gate.bake.GateObservation;
import dev.meridian.gate.bake.GateState;
import dev.meridian.gate.bake.GridObservations;
import dev.meridian.gate.sample.Measured;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one interval was to the one gate that is replayed. */
final class Moments {
  /** From here on an e-value only means: no doubt. JSON has no infinity. */
  private static final double LARGEST = 1e300;

  private Moments() {}

  static Moment of(GateSpec gate, BakeState state, GridObservations grid) {
    Instant until = grid.until();
    GateObservation seen = grid.gates().get(gate.name());
    return switch (state.gates().getFirst()) {
      case GateState.Ratio ratio when !ratio.recent().isEmpty() ->
          counted(until, ratio.recent().getLast());
      case GateState.Ratio _ -> new Moment.Unseen(until);
      case GateState.Value value when reported(seen) && !value.window().isEmpty() ->
          new Moment.Read(
              until, value.window().getLast().value(), value.window().getLast().bound());
      case GateState.Value _ -> new Moment.Unseen(until);
      case GateState.Trend _ -> read(until, gate, seen);
      case GateState.Distribution _ -> paired(until, seen);
      case GateState.Alarm _ -> new Moment.Unseen(until);
    };
  }

  private static Moment counted(Instant until, GateState.Interval interval) {
    return new Moment.Counted(
        until,
        interval.pair().contender(),
        interval.pair().control(),
        eValue(interval.logPaired()),
        eValue(interval.logCeiling()));
  }

  private static Moment read(Instant until, GateSpec gate, @Nullable GateObservation seen) {
    return seen instanceof GateObservation.Reading(Measured.Seen<Double>(Double value), var _)
            && gate instanceof GateSpec.Trend trend
        ? new Moment.Read(until, value, trend.limit())
        : new Moment.Unseen(until);
  }

  private static Moment paired(Instant until, @Nullable GateObservation seen) {
    return seen
            instanceof
            GateObservation.Reading(
                Measured.Seen<Double>(Double value),
                Measured.Seen<Double>(Double incumbent))
        ? new Moment.Read(until, value, incumbent)
        : new Moment.Unseen(until);
  }

  private static boolean reported(@Nullable GateObservation seen) {
    return seen instanceof GateObservation.Reading(Measured.Seen<Double> _, var _);
  }

  private static double eValue(double log) {
    return Math.min(LARGEST, Math.exp(log));
  }
}
