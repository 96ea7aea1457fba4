package dev.meridian.gate.bake;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.GateState.Interval;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.statistics.AlphaShare;
import dev.meridian.gate.statistics.Calibration;
import dev.meridian.gate.statistics.EvidenceOfHealth;
import dev.meridian.gate.statistics.Pair;
import java.util.Optional;

/** What a ratio gate says to people. */
final class RatioSentence {
  private RatioSentence() {}

  /** Says which limit is crossed, if any. */
  static Optional<String> crossing(
      BakeSubject subject, GateSpec.Ratio gate, GateState.Ratio state) {
    AlphaShare share = subject.share(gate.name());
    if (state.paired().logValue() >= Math.log(share.pairedLimit())) {
      return Optional.of(
          compared(subject, state) + eValue(state.paired().logValue(), share.pairedLimit()));
    }
    if (state.ceiling().logValue() >= Math.log(share.ceilingLimit())) {
      return Optional.of(
          bad(subject, state, contender(state))
              + ", above its ceiling of "
              + Figures.percent(gate.ceiling().fraction())
              + eValue(state.ceiling().logValue(), share.ceilingLimit()));
    }
    return Optional.empty();
  }

  /** Says how healthy it looks. */
  static String health(BakeSubject subject, GateState.Ratio state) {
    String beside =
        switch (state.control().calibration()) {
          case Calibration.Known known ->
              ", its control has "
                  + Figures.percent(state.compared().control().rate())
                  + " of "
                  + Figures.count(state.compared().control().all());
          case Calibration.Unknown unknown -> ", no control: " + unknown.why();
        };
    return bad(subject, state, state.contender())
        + beside
        + "; evidence of health "
        + Figures.number(Figures.exp(state.health().logValue()))
        + (state.health().shown() ? " >= " : " < ")
        + Figures.number(1 / EvidenceOfHealth.BETA);
  }

  private static String compared(BakeSubject subject, GateState.Ratio state) {
    Pair pair = telling(state);
    Counts control = pair.control();
    String times =
        control.bad() == 0
            ? ", its control none of " + Figures.count(control.all())
            : ", "
                + Figures.number(pair.contender().rate() / control.rate())
                + " times its control's "
                + Figures.percent(control.rate());
    return bad(subject, state, pair.contender()) + times;
  }

  private static String bad(BakeSubject subject, GateState.Ratio state, Counts counts) {
    return state.name()
        + ": "
        + Figures.percent(counts.rate())
        + " of "
        + Figures.count(counts.all())
        + " requests are bad in "
        + subject.where();
  }

  private static String eValue(double log, double limit) {
    return "; e-value " + Figures.number(Figures.exp(log)) + " >= " + Figures.number(limit);
  }

  /** The whole bake or its last minutes, whichever tells more: harm may begin late. */
  private static Pair telling(GateState.Ratio state) {
    Pair recent = recent(state);
    return recent.contender().rate() > state.compared().contender().rate()
        ? recent
        : state.compared();
  }

  private static Counts contender(GateState.Ratio state) {
    Counts recent = recent(state).contender();
    return recent.rate() > state.contender().rate() ? recent : state.contender();
  }

  private static Pair recent(GateState.Ratio state) {
    return state.recent().stream().map(Interval::pair).reduce(Pair.NONE, Pair::plus);
  }
}
