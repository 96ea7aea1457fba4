package dev.meridian.gate.bake;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.statistics.AlphaShare;
import dev.meridian.gate.statistics.Calibration;
import dev.meridian.gate.statistics.EvidenceOfHealth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One gate's part of the evidence.
 *
 * @param queries as sent to the metrics system
 * @param sentence what it says to people
 * @param figures e-values, bounds and totals by name
 * @param state samples, counters and the last intervals
 */
public record GateEvidence(
    String name,
    boolean critical,
    List<String> queries,
    String sentence,
    SortedMap<String, Double> figures,
    GateState state) {
  public GateEvidence {
    queries = List.copyOf(queries);
    figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
  }

  /** Of every gate, in the order of the subject's. */
  public static List<GateEvidence> all(BakeSubject subject, BakeState state) {
    List<GateEvidence> gates = new ArrayList<>();
    for (int i = 0; i < subject.gates().size(); i++) {
      GateSpec spec = subject.gates().get(i);
      GateState known = state.gates().get(i);
      gates.add(
          new GateEvidence(
              spec.name(),
              spec.critical(),
              subject.queries().getOrDefault(spec.name(), spec.queries()),
              sentence(subject, known),
              figures(subject, known),
              known));
    }
    return gates;
  }

  static String sentence(BakeSubject subject, GateState state) {
    return state.crossing().map(Crossing::sentence).orElseGet(() -> within(subject, state));
  }

  private static String within(BakeSubject subject, GateState state) {
    return switch (state) {
      case GateState.Ratio ratio -> RatioSentence.health(subject, ratio);
      case GateState.Value value ->
          value.window().isEmpty()
              ? value.name() + ": no reading in " + subject.region()
              : String.format(
                  Locale.ROOT,
                  "%s: %s in %s, bound %s",
                  value.name(),
                  Figures.number(value.window().getLast().value()),
                  subject.region(),
                  Figures.number(value.window().getLast().bound()));
      case GateState.Trend trend ->
          trend.name() + ": no leak in " + trend.points().seen() + " readings";
      case GateState.Distribution distribution ->
          distribution.name()
              + ": "
              + distribution
                  .last()
                  .map(last -> DistributionFold.sentence(last, subject.region().value()))
                  .orElse(
                      distribution.window().size() + " readings, not enough to compare them yet");
      case GateState.Alarm alarm ->
          alarm
              .ringing()
              .map(GateState.Ringing::sentence)
              .or(() -> alarm.noted().map(noted -> noted + "; only noted"))
              .orElse(alarm.name() + ": does not fire in " + subject.region());
    };
  }

  private static SortedMap<String, Double> figures(BakeSubject subject, GateState state) {
    SortedMap<String, Double> figures = new TreeMap<>();
    switch (state) {
      case GateState.Ratio ratio -> ratioFigures(subject.share(ratio.name()), ratio, figures);
      case GateState.Value value -> {
        if (!value.window().isEmpty()) {
          figures.put("value", value.window().getLast().value());
          figures.put("bound", value.window().getLast().bound());
        }
      }
      case GateState.Trend trend -> figures.put("readings", (double) trend.points().seen());
      case GateState.Distribution distribution -> {
        figures.put("windows", (double) distribution.windows());
        figures.put("waiting", (double) distribution.window().size());
        distribution.last().ifPresent(last -> comparedFigures(last, figures));
      }
      case GateState.Alarm _ -> {}
    }
    return figures;
  }

  private static void comparedFigures(
      GateState.Comparison last, SortedMap<String, Double> figures) {
    figures.put("effect", last.effect());
    figures.put("p", last.p());
    figures.put("median", last.contenderMedian());
    figures.put("incumbentMedian", last.incumbentMedian());
  }

  private static void ratioFigures(
      AlphaShare share, GateState.Ratio ratio, SortedMap<String, Double> figures) {
    figures.put("requests", ratio.contender().all());
    figures.put("bad", ratio.contender().bad());
    figures.put("controlRequests", ratio.compared().control().all());
    figures.put("controlBad", ratio.compared().control().bad());
    figures.put("pairedEValue", Figures.exp(ratio.paired().logValue()));
    figures.put("pairedLimit", share.pairedLimit());
    figures.put("ceilingEValue", Figures.exp(ratio.ceiling().logValue()));
    figures.put("ceilingLimit", share.ceilingLimit());
    figures.put("health", Figures.exp(ratio.health().logValue()));
    figures.put("healthNeeded", 1 / EvidenceOfHealth.BETA);
    figures.put("phi", ratio.control().calibration().phi());
    if (ratio.control().calibration() instanceof Calibration.Known known) {
      figures.put("kappa", known.kappa());
      figures.put("usualRatio", known.ratio());
    }
  }
}
