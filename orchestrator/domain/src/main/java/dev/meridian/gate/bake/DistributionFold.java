package dev.meridian.gate.bake;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.GateState.Comparison;
import dev.meridian.gate.bake.GateState.Samples;
import dev.meridian.gate.bake.GateState.Twin;
import dev.meridian.gate.sample.SampleKind;
import dev.meridian.gate.statistics.MannWhitney;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Folds a distribution gate. The contender's readings are compared with the incumbent's at the same
 * hours whole days earlier, as value and trend gates do: comparing regions in the same minute is
 * the ratio gate's business.
 *
 * <p>It is not read early. Pairs of readings wait until their window is full; only then are they
 * compared, counted as good or bad, and the next window begins. A reading without its counterpart
 * is missing, and never good.
 *
 * <p>It is a rule, not a test with a share of alpha: a healthy bake is stopped in 0.2 % of cases
 * when readings are independent, and in 16 to 87 % when they resemble the one before or the day
 * before was different ({@code DistributionFalseStopsTest}; floors of 0.8 and 0.9 stop fewer).
 */
record DistributionFold(GateSpec.Distribution gate) {
  /** Two-sided: how rarely chance alone may explain a difference. */
  static final double SURE = 0.01;

  GateState.Distribution begin(Instant exposedAt) {
    return new GateState.Distribution(
        gate.name(), Samples.none(exposedAt), List.of(), 0, 0, Optional.empty(), Optional.empty());
  }

  GateState.Distribution fold(
      GateState.Distribution state, Step step, GateObservation.Reading reading) {
    Optional<Double> contender = ValueFold.number(reading.contender());
    Optional<Double> incumbent = ValueFold.number(reading.incumbent());
    if (contender.isEmpty()) {
      return unpaired(state, state.samples().missed(reading.contender()), 0);
    }
    if (incumbent.isEmpty()) {
      return unpaired(state, state.samples().with(SampleKind.NO_DATA, step.grid().until()), 1);
    }
    List<Twin> window = new ArrayList<>(state.window());
    window.add(new Twin(contender.orElseThrow(), incumbent.orElseThrow()));
    return window.size() < gate.points() ? waiting(state, step, window) : full(state, step, window);
  }

  private static GateState.Distribution unpaired(
      GateState.Distribution state, Samples samples, int uncontrolled) {
    return new GateState.Distribution(
        state.name(),
        samples,
        state.window(),
        state.windows(),
        state.uncontrolled() + uncontrolled,
        state.last(),
        state.crossing());
  }

  private static GateState.Distribution waiting(
      GateState.Distribution state, Step step, List<Twin> window) {
    Samples samples = state.samples();
    return new GateState.Distribution(
        state.name(),
        new Samples(samples.counters(), samples.last(), step.grid().until(), ""),
        window,
        state.windows(),
        state.uncontrolled(),
        state.last(),
        state.crossing());
  }

  private GateState.Distribution full(GateState.Distribution state, Step step, List<Twin> window) {
    List<Double> contender = window.stream().map(Twin::contender).toList();
    List<Double> incumbent = window.stream().map(Twin::incumbent).toList();
    MannWhitney test = MannWhitney.of(contender, incumbent);
    Comparison comparison =
        new Comparison(
            step.second(), test.effect(), test.p(), median(contender), median(incumbent));
    boolean bad = test.p() < SURE && gate.direction().harm(test.effect()) >= gate.least();
    Samples samples = state.samples();
    for (int i = 0; i < window.size(); i++) {
      samples = samples.with(bad ? SampleKind.BAD : SampleKind.GOOD, step.grid().until());
    }
    return new GateState.Distribution(
        state.name(),
        samples,
        List.of(),
        state.windows() + 1,
        state.uncontrolled(),
        Optional.of(comparison),
        state
            .crossing()
            .or(() -> bad ? Optional.of(crossing(step, comparison)) : Optional.empty()));
  }

  private Crossing crossing(Step step, Comparison found) {
    return new Crossing(
        step.grid().until(),
        String.format(
            Locale.ROOT,
            "%s: %s; fails from %s with p below %s",
            gate.name(),
            sentence(found, step.subject().region().value()),
            Figures.percent(gate.least()),
            Figures.percent(SURE)));
  }

  /** What a comparison says to people. */
  static String sentence(Comparison found, String region) {
    boolean above = found.effect() >= 0.5;
    return String.format(
        Locale.ROOT,
        "readings in %s are %s the incumbent's in %s of pairs (p %s, medians %s and %s)",
        region,
        above ? "above" : "below",
        Figures.percent(above ? found.effect() : 1 - found.effect()),
        Figures.number(found.p()),
        Figures.number(found.contenderMedian()),
        Figures.number(found.incumbentMedian()));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int n = sorted.size();
    return (sorted.get(n / 2) + sorted.get((n - 1) / 2)) / 2;
  }
}
