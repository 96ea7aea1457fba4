package dev.meridian.gate.bake;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.GateState.Looked;
import dev.meridian.gate.bake.GateState.Samples;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sample.SampleKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Folds a value gate: degraded on so many bad readings of the last so many. A reading is bad above
 * the absolute bound, or above so many times the mean of the incumbent's same-length window whole
 * days earlier; where that is missing or 0 the absolute bound stands alone.
 */
record ValueFold(GateSpec.Value gate) {
  GateState.Value begin(Instant exposedAt) {
    return new GateState.Value(gate.name(), Samples.none(exposedAt), List.of(), Optional.empty());
  }

  GateState.Value fold(GateState.Value state, Step step, GateObservation.Reading reading) {
    return switch (reading.contender()) {
      case Measured.QueryError<Double> error -> unseen(state, error);
      case Measured.NoData<Double> none -> unseen(state, none);
      case Measured.Seen<Double>(Double value) ->
          Double.isFinite(value)
              ? seen(state, step, looked(state, step, reading))
              : unseen(state, reading.contender());
    };
  }

  private GateState.Value unseen(GateState.Value state, Measured<Double> missing) {
    return new GateState.Value(
        state.name(), state.samples().missed(missing), state.window(), state.crossing());
  }

  private GateState.Value seen(GateState.Value state, Step step, Looked looked) {
    List<Looked> window = new ArrayList<>(state.window());
    window.add(looked);
    List<Looked> last = window.subList(Math.max(0, window.size() - gate.window()), window.size());
    SampleKind kind = looked.bad() ? SampleKind.BAD : SampleKind.GOOD;
    return new GateState.Value(
        state.name(),
        state.samples().with(kind, step.grid().until()),
        last,
        state.crossing().or(() -> crossing(step, last)));
  }

  private Looked looked(GateState.Value state, Step step, GateObservation.Reading reading) {
    Optional<Double> incumbent = number(reading.incumbent());
    List<Double> earlier = new ArrayList<>();
    state.window().forEach(looked -> looked.incumbent().ifPresent(earlier::add));
    incumbent.ifPresent(earlier::add);
    double usual = earlier.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    double bound =
        gate.maxOverIncumbent()
            .filter(factor -> usual > 0)
            .map(factor -> Math.min(gate.max(), factor * usual))
            .orElse(gate.max());
    return new Looked(step.second(), number(reading.contender()).orElseThrow(), incumbent, bound);
  }

  private Optional<Crossing> crossing(Step step, List<Looked> window) {
    long bad = window.stream().filter(Looked::bad).count();
    if (bad < gate.badOf()) {
      return Optional.empty();
    }
    Looked last = window.stream().filter(Looked::bad).toList().getLast();
    String bound =
        last.bound() < gate.max()
            ? Figures.number(last.bound())
                + ", "
                + Figures.number(gate.maxOverIncumbent().orElse(1.0))
                + " times the incumbent's"
            : Figures.number(gate.max());
    return Optional.of(
        new Crossing(
            step.grid().until(),
            String.format(
                Locale.ROOT,
                "%s: %s in %s is above %s; %d of %d readings are bad, fails on %d",
                gate.name(),
                Figures.number(last.value()),
                step.subject().region(),
                bound,
                bad,
                window.size(),
                gate.badOf())));
  }

  /** What was seen, if it is a finite number. */
  static Optional<Double> number(Measured<Double> measured) {
    return measured instanceof Measured.Seen<Double>(Double value) && Double.isFinite(value)
        ? Optional.of(value)
        : Optional.empty();
  }
}
