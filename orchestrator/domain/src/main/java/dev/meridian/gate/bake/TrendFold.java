package dev.meridian.gate.bake;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.GateState.Samples;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sample.SampleKind;
import dev.meridian.gate.statistics.Leak;
import dev.meridian.gate.statistics.Thinned;
import dev.meridian.gate.statistics.Trend.Point;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Folds a trend gate: keeps thinned points, and looks for a leak at every fourth one kept. */
record TrendFold(GateSpec.Trend gate) {
  private static final int POINTS = 128;
  private static final int INCUMBENT_POINTS = 64;
  private static final int LOOK_EVERY = 4;

  GateState.Trend begin(Instant exposedAt) {
    return new GateState.Trend(
        gate.name(),
        Samples.none(exposedAt),
        Thinned.toAtMost(POINTS),
        Thinned.toAtMost(INCUMBENT_POINTS),
        Optional.empty());
  }

  GateState.Trend fold(GateState.Trend state, Step step, GateObservation.Reading reading) {
    Thinned incumbent = with(state.incumbent(), step, reading.incumbent());
    return switch (reading.contender()) {
      case Measured.QueryError<Double> error -> unseen(state, incumbent, error);
      case Measured.NoData<Double> none -> unseen(state, incumbent, none);
      case Measured.Seen<Double>(Double value) ->
          Double.isFinite(value)
              ? seen(state, incumbent, step, value)
              : unseen(state, incumbent, reading.contender());
    };
  }

  private static GateState.Trend unseen(
      GateState.Trend state, Thinned incumbent, Measured<Double> missing) {
    return new GateState.Trend(
        state.name(), state.samples().missed(missing), state.points(), incumbent, state.crossing());
  }

  private GateState.Trend seen(GateState.Trend state, Thinned incumbent, Step step, double value) {
    Thinned points = state.points().with(new Point(step.second(), value));
    boolean look = points.keptLast() && points.points().size() % LOOK_EVERY == 0;
    Optional<Leak> leak =
        look
            ? Leak.find(points.points(), incumbent.points(), gate.limit(), gate.horizon())
            : Optional.empty();
    return new GateState.Trend(
        state.name(),
        state
            .samples()
            .with(leak.isPresent() ? SampleKind.BAD : SampleKind.GOOD, step.grid().until()),
        points,
        incumbent,
        state.crossing().or(() -> leak.map(found -> crossing(step, found))));
  }

  private Crossing crossing(Step step, Leak leak) {
    String region = step.subject().region().value();
    String limit = Figures.number(gate.limit());
    return new Crossing(
        step.grid().until(),
        leak.toLimit().isZero()
            ? String.format(
                Locale.ROOT,
                "%s: %s in %s has reached its limit of %s",
                gate.name(),
                Figures.number(leak.level()),
                region,
                limit)
            : String.format(
                Locale.ROOT,
                "%s: %s in %s grows by %s an hour and reaches its limit of %s in %s, horizon %s",
                gate.name(),
                Figures.number(leak.level()),
                region,
                Figures.number(leak.slope() * 3600),
                limit,
                Figures.duration(leak.toLimit()),
                Figures.duration(gate.horizon())));
  }

  private static Thinned with(Thinned points, Step step, Measured<Double> measured) {
    return measured instanceof Measured.Seen<Double>(Double value) && Double.isFinite(value)
        ? points.with(new Point(step.second(), value))
        : points;
  }
}
