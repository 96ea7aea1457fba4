package dev.meridian.gate.bake;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether a region may pass, must be taken back, or waits. Missing data never passes.
 *
 * <p>A crossed limit speaks at once. Then a cluster that has been away for too long, and silence:
 * while it lasts the region holds, and at the deadline what was silent decides. Then time, and only
 * then what a pass needs.
 */
public final class BakeDecision {
  /** Nothing from the contender's region for so long is silence. */
  static final Duration SILENCE = Duration.ofMinutes(2);

  /** Nothing for one gate for so long, while others see the contender. */
  static final Duration GATE_SILENCE = Duration.ofMinutes(5);

  /** So many regions that are ill without the release make the environment suspect. */
  private static final int SUSPICIOUS = 2;

  private final BakeSubject subject;
  private final BakeState state;
  private final BakeTerms terms;

  private BakeDecision(BakeSubject subject, BakeState state, BakeTerms terms) {
    this.subject = subject;
    this.state = state;
    this.terms = terms;
  }

  /** The bake, at the end of the last interval folded. */
  public static BakeStep decide(BakeSubject subject, BakeState state, BakeTerms terms) {
    BakeDecision decision = new BakeDecision(subject, state, terms);
    return degraded(subject, state)
        .<BakeStep>map(verdict -> verdict)
        .or(decision::restarted)
        .or(decision::clusterAway)
        .or(decision::silence)
        .or(decision::gateSilence)
        .or(decision::alarm)
        .orElseGet(decision::ended);
  }

  /** The watch over a region that has passed: only a crossed limit still counts. */
  public static Optional<BakeStep.Verdict> degraded(BakeSubject subject, BakeState state) {
    List<Crossing> crossings = new ArrayList<>();
    boolean measured = false;
    for (int i = 0; i < subject.gates().size(); i++) {
      Optional<Crossing> crossing = state.gates().get(i).crossing();
      if (subject.gates().get(i).critical() && crossing.isPresent()) {
        crossings.add(crossing.orElseThrow());
        measured |= subject.gates().get(i).measures();
      }
    }
    String elsewhere = measured ? elsewhere(subject, state) : "";
    VerdictCause cause =
        !measured
            ? VerdictCause.ALARM
            : elsewhere.isEmpty() ? VerdictCause.GATE : VerdictCause.ENVIRONMENT;
    return crossings.stream()
        .min(Comparator.comparing(Crossing::at))
        .map(first -> {
          String sentence =
              state
                  .around()
                  .newest()
                  .map(change -> "near a change, " + change + ": " + first.sentence())
                  .orElse(first.sentence());
          String whole = sentence + elsewhere;
          Evidence evidence = Evidence.of(subject, state, cause, whole);
          return new BakeStep.Verdict(cause, whole, evidence);
        });
  }

  /**
   * What says that it may be the environment: two or more regions break their own ceiling in the
   * same minutes, although the release has not touched them. Empty when nothing does.
   */
  private static String elsewhere(BakeSubject subject, BakeState state) {
    Set<RegionCode> sick = new TreeSet<>();
    for (int i = 0; i < subject.gates().size(); i++) {
      if (subject.gates().get(i).critical() && state.gates().get(i) instanceof GateState.Ratio it) {
        sick.addAll(it.control().sickUntouched());
      }
    }
    return sick.size() < SUSPICIOUS
        ? ""
        : "; regions that the release has not touched are bad as well: "
            + sick.stream().map(RegionCode::value).collect(Collectors.joining(", "));
  }

  /** What a glance at the alarms says at once: a crossed limit, or that nothing passes. */
  public static Optional<BakeStep> glance(BakeSubject subject, BakeState state) {
    return degraded(subject, state)
        .<BakeStep>map(verdict -> verdict)
        .or(() ->
            ringing(subject, state)
                .map(ringing -> new BakeStep.Hold(HoldReason.ALARM, ringing.sentence())));
  }

  private Optional<BakeStep> alarm() {
    return ringing(subject, state)
        .map(ringing ->
            Duration.between(ringing.from(), state.at()).compareTo(terms.deadline()) >= 0
                ? verdict(VerdictCause.ALARM_FIRING, ringing.sentence())
                : new BakeStep.Hold(HoldReason.ALARM, ringing.sentence()));
  }

  private static Optional<GateState.Ringing> ringing(BakeSubject subject, BakeState state) {
    return IntStream.range(0, subject.gates().size())
        .filter(i -> subject.gates().get(i).critical())
        .mapToObj(i -> state.gates().get(i))
        .filter(GateState.Alarm.class::isInstance)
        .flatMap(gate -> ((GateState.Alarm) gate).ringing().stream())
        .min(Comparator.comparing(GateState.Ringing::from));
  }

  private Optional<BakeStep> restarted() {
    return state.around().restarted(state.at())
        ? Optional.of(new BakeStep.Hold(HoldReason.RESTARTED, restart()))
        : Optional.empty();
  }

  private String restart() {
    int left = Surroundings.MOST_RESTARTS - state.around().restarts();
    return "the bake of "
        + subject.region()
        + " begins anew after a change, "
        + state.around().newest().orElse("")
        + (left > 0
            ? "; it may do so " + left + " times more"
            : "; further changes are only named");
  }

  private Optional<BakeStep> clusterAway() {
    return state
        .clusterAwaySince()
        .filter(since ->
            Duration.between(since, state.at()).compareTo(terms.unreachableDeadline()) >= 0)
        .map(since -> verdict(VerdictCause.CLUSTER_AWAY, away(since) + ": nothing is moved"));
  }

  private String away(Instant since) {
    return "the cluster of "
        + subject.region()
        + " has not answered since "
        + since
        + " while its users are well";
  }

  private Optional<BakeStep> silence() {
    Instant seen = state.contenderSeen();
    Duration silent = Duration.between(seen, state.at());
    Duration longest = SILENCE.plus(shortestInterval());
    if (silent.compareTo(longest) < 0) {
      return Optional.empty();
    }
    boolean others = Duration.between(state.othersSeen(), state.at()).compareTo(longest) < 0;
    boolean over = silent.compareTo(terms.deadline()) >= 0;
    boolean mostlyAlone = state.aloneSeconds() * 2 >= silent.toSeconds();
    if (over ? mostlyAlone : others) {
      String sentence =
          subject.region()
              + " has reported nothing since "
              + seen
              + " while other regions report"
              + because();
      return Optional.of(
          over
              ? verdict(VerdictCause.CONTENDER_SILENT, sentence)
              : new BakeStep.Hold(HoldReason.CONTENDER_SILENT, sentence));
    }
    String sentence =
        "no region has reported anything"
            + (others ? " for most of the time" : "")
            + " since "
            + (others ? seen : state.othersSeen())
            + ": nothing can be seen, so nothing is moved"
            + because();
    return Optional.of(
        over
            ? verdict(VerdictCause.EVERYTHING_SILENT, sentence)
            : new BakeStep.Hold(HoldReason.EVERYTHING_SILENT, sentence));
  }

  /** Why the newest sample of a gate that measures was missing, where that is known. */
  private String because() {
    return IntStream.range(0, subject.gates().size())
        .filter(i -> subject.gates().get(i).critical() && subject.gates().get(i).measures())
        .mapToObj(i -> state.gates().get(i).samples().why())
        .filter(why -> !why.isEmpty())
        .findFirst()
        .map(why -> " (" + why + ")")
        .orElse("");
  }

  private Duration shortestInterval() {
    return subject.gates().stream()
        .filter(GateSpec::measures)
        .map(GateSpec::interval)
        .min(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private Optional<BakeStep> gateSilence() {
    for (int i = 0; i < subject.gates().size(); i++) {
      GateSpec gate = subject.gates().get(i);
      GateState.Samples samples = state.gates().get(i).samples();
      Duration silent = Duration.between(samples.seen(), state.at());
      if (gate.critical() && silent.compareTo(GATE_SILENCE.plus(gate.interval())) >= 0) {
        String sentence =
            String.format(
                Locale.ROOT,
                "%s: no data from %s since %s%s",
                gate.name(),
                subject.region(),
                samples.seen(),
                samples.why().isEmpty() ? "" : " (" + samples.why() + ")");
        return Optional.of(
            silent.compareTo(terms.deadline()) >= 0
                ? verdict(missing(samples), sentence)
                : new BakeStep.Hold(HoldReason.GATE_SILENT, sentence));
      }
    }
    return Optional.empty();
  }

  private BakeStep ended() {
    if (state.at().isBefore(terms.until())) {
      return new BakeStep.KeepMeasuring();
    }
    List<Shortfall> shortfalls = Shortfall.all(subject, state, terms);
    if (shortfalls.isEmpty()) {
      return passed(VerdictCause.PROVEN, proven());
    }
    Shortfall first = shortfalls.getFirst();
    String sentence =
        shortfalls.stream().map(Shortfall::sentence).collect(Collectors.joining("; "));
    Instant end =
        first.reason() == HoldReason.TOO_FEW_GOOD_SAMPLES
            ? terms.until().plus(terms.deadline())
            : terms.ceiling();
    if (state.at().isBefore(end)) {
      return new BakeStep.Hold(first.reason(), sentence);
    }
    return terms.mayPassUnproven() && shortfalls.stream().allMatch(Shortfall::wantsOnlyUsers)
        ? passed(VerdictCause.UNPROVEN, "passed unproven, as the policy names it: " + sentence)
        : verdict(first.cause(), sentence);
  }

  /** Nothing passes while its cluster is away. */
  private BakeStep passed(VerdictCause cause, String sentence) {
    return state
        .clusterAwaySince()
        .<BakeStep>map(since ->
            new BakeStep.Hold(
                HoldReason.CLUSTER_AWAY, away(since) + ": it could not be taken back"))
        .orElseGet(() -> verdict(cause, sentence));
  }

  /** Refused or unanswered queries are the metrics system's fault; absent series the region's. */
  static VerdictCause missing(GateState.Samples samples) {
    return samples.counters().queryErrors() > samples.counters().noData()
        ? VerdictCause.EVERYTHING_SILENT
        : VerdictCause.CONTENDER_SILENT;
  }

  private String proven() {
    return "healthy for "
        + Figures.duration(Duration.between(state.since(subject), state.at()))
        + ": "
        + IntStream.range(0, state.gates().size())
            .filter(i -> subject.gates().get(i).critical())
            .mapToObj(i -> GateEvidence.sentence(subject, state.gates().get(i)))
            .collect(Collectors.joining("; "));
  }

  private BakeStep.Verdict verdict(VerdictCause cause, String sentence) {
    return new BakeStep.Verdict(cause, sentence, Evidence.of(subject, state, cause, sentence));
  }
}
