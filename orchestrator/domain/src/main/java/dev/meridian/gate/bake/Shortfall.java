package dev.meridian.gate.bake;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.VerdictCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a bake that is over still lacks for a pass.
 *
 * @param cause of the verdict when it is still missing at the end
 */
record Shortfall(HoldReason reason, VerdictCause cause, String sentence) {
  /** Whether nothing is wrong but that too few users came. */
  boolean wantsOnlyUsers() {
    return switch (reason) {
      case TOO_FEW_REQUESTS, NO_EVIDENCE_OF_HEALTH -> true;
      case CONTENDER_SILENT, EVERYTHING_SILENT, GATE_SILENT -> false;
      case ALARM, RESTARTED, TOO_FEW_GOOD_SAMPLES, CLUSTER_AWAY -> false;
    };
  }

  /** Everything that is missing on critical gates, good samples first. */
  static List<Shortfall> all(BakeSubject subject, BakeState state, BakeTerms terms) {
    List<Shortfall> samples = new ArrayList<>();
    List<Shortfall> evidence = new ArrayList<>();
    for (int i = 0; i < subject.gates().size(); i++) {
      GateSpec gate = subject.gates().get(i);
      if (gate.critical()) {
        GateState known = state.gates().get(i);
        addSamples(samples, gate, known, Duration.between(state.since(subject), terms.until()));
        if (known instanceof GateState.Ratio ratio) {
          addEvidence(evidence, ratio, subject, terms.minimumRequests());
        }
      }
    }
    samples.addAll(evidence);
    return samples;
  }

  private static void addSamples(
      List<Shortfall> shortfalls, GateSpec gate, GateState state, Duration bake) {
    double share = gate.minimumGood().fraction();
    long intervals = Math.max(0, bake.dividedBy(gate.interval()) - quiet(state));
    long needed = (long) Math.ceil(share * intervals);
    long good = state.samples().counters().good();
    if (good < needed || (good == 0 && quiet(state) == 0)) {
      long bad = state.samples().counters().bad();
      long missing =
          state.samples().counters().noData()
              + state.samples().counters().queryErrors()
              - quiet(state);
      shortfalls.add(
          new Shortfall(
              HoldReason.TOO_FEW_GOOD_SAMPLES,
              bad + waiting(state) > missing ? tooBad(gate) : missing(state),
              String.format(
                  Locale.ROOT,
                  "%s: %,d good samples of the %,d needed (%,d bad, %,d missing%s)",
                  gate.name(),
                  good,
                  needed,
                  bad,
                  missing,
                  aside(uncontrolled(state), "without control")
                      + aside(waiting(state), "waiting for their window"))));
    }
  }

  private static VerdictCause tooBad(GateSpec gate) {
    return gate.measures() ? VerdictCause.TOO_FEW_REQUESTS : VerdictCause.ALARM_FIRING;
  }

  /** A control that went silent is not the contender's fault. */
  private static VerdictCause missing(GateState state) {
    long missing = state.samples().counters().noData() - quiet(state);
    return uncontrolled(state) * 2 > missing
        ? VerdictCause.EVERYTHING_SILENT
        : BakeDecision.missing(state.samples());
  }

  private static long uncontrolled(GateState state) {
    return switch (state) {
      case GateState.Ratio ratio -> ratio.uncontrolled();
      case GateState.Distribution distribution -> distribution.uncontrolled();
      case GateState.Value _, GateState.Trend _, GateState.Alarm _ -> 0;
    };
  }

  /** Readings that nothing is known of until there are enough to compare. */
  private static long waiting(GateState state) {
    return state instanceof GateState.Distribution distribution ? distribution.window().size() : 0;
  }

  private static String aside(long number, String what) {
    return number > 0 ? String.format(Locale.ROOT, ", %,d %s", number, what) : "";
  }

  /** Intervals in which the region reported and nobody came: nothing was missing. */
  private static long quiet(GateState state) {
    return state instanceof GateState.Ratio ratio ? ratio.quiet() : 0;
  }

  private static void addEvidence(
      List<Shortfall> shortfalls, GateState.Ratio ratio, BakeSubject subject, long minimum) {
    if (ratio.contender().all() < minimum) {
      shortfalls.add(
          new Shortfall(
              HoldReason.TOO_FEW_REQUESTS,
              VerdictCause.TOO_FEW_REQUESTS,
              String.format(
                  Locale.ROOT,
                  "%s: %s requests in %s of the %,d needed",
                  ratio.name(),
                  Figures.count(ratio.contender().all()),
                  subject.where(),
                  minimum)));
    } else if (!ratio.health().shown()) {
      shortfalls.add(
          new Shortfall(
              HoldReason.NO_EVIDENCE_OF_HEALTH,
              VerdictCause.TOO_FEW_REQUESTS,
              RatioSentence.health(subject, ratio)));
    }
  }
}
