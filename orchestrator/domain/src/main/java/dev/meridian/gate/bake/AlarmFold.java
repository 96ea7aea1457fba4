package dev.meridian.gate.bake;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.GateObservation.Firing;
import dev.meridian.gate.bake.GateState.Ringing;
import dev.meridian.gate.bake.GateState.Samples;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sample.SampleKind;
import dev.meridian.region.RegionCode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Folds an alarm gate. An alert that fired before the release touched the region, or that fires in
 * an untouched region too, is only noted. What is not known is no data, and an alarm that rang goes
 * on ringing until it is known not to.
 */
record AlarmFold(GateSpec.Alarm gate) {
  /** When the release came, and where else the alert fires. */
  private record Facts(Instant touchedAt, Set<RegionCode> regions) {}

  GateState.Alarm begin(Instant exposedAt) {
    return new GateState.Alarm(
        gate.name(), Samples.none(exposedAt), Optional.empty(), Optional.empty(), Optional.empty());
  }

  GateState.Alarm fold(GateState.Alarm state, Step step, GateObservation.Alerts alerts) {
    return switch (alerts.firing()) {
      case Measured.QueryError<?> error -> unseen(state, error);
      case Measured.NoData<?> none -> unseen(state, none);
      case Measured.Seen<SortedMap<RegionCode, Firing>>(var firing) -> {
        Optional<Firing> own = Optional.ofNullable(firing.get(step.subject().region()));
        yield own.isEmpty()
            ? quiet(state, step, state.noted())
            : fires(state, step, own.orElseThrow(), new Facts(alerts.touchedAt(), firing.keySet()));
      }
    };
  }

  /** Why an alert that fires here does not count. */
  private static Optional<String> excuse(Step step, Firing own, Facts facts) {
    if (own.since().isBefore(facts.touchedAt())) {
      return Optional.of("which the release touched only at " + facts.touchedAt());
    }
    String untouched =
        step.grid().standings().entrySet().stream()
            .filter(entry -> entry.getValue() == Standing.UNTOUCHED)
            .map(Map.Entry::getKey)
            .filter(facts.regions()::contains)
            .map(RegionCode::value)
            .collect(Collectors.joining(", "));
    return untouched.isEmpty()
        ? Optional.empty()
        : Optional.of("and in untouched regions too: " + untouched);
  }

  private GateState.Alarm fires(GateState.Alarm state, Step step, Firing own, Facts facts) {
    String fires =
        gate.name()
            + ": "
            + gate.alert()
            + " fires since "
            + own.since()
            + " in "
            + step.subject().region();
    String said = own.summary().isEmpty() ? "" : " (" + own.summary() + ")";
    Optional<String> only = excuse(step, own, facts).map(why -> fires + ", " + why + said);
    if (only.isPresent() || gate.effect() == GateSpec.Effect.NOTE) {
      return quiet(state, step, only.or(() -> Optional.of(fires + said)));
    }
    Instant at = step.grid().until();
    Ringing ringing = new Ringing(state.ringing().map(Ringing::from).orElse(at), fires + said);
    Optional<Crossing> crossing =
        gate.effect() == GateSpec.Effect.ROLL_BACK
            ? Optional.of(new Crossing(at, ringing.sentence()))
            : Optional.empty();
    return new GateState.Alarm(
        state.name(),
        state.samples().with(SampleKind.BAD, at),
        Optional.of(ringing),
        state.noted(),
        state.crossing().or(() -> crossing));
  }

  private static GateState.Alarm quiet(GateState.Alarm state, Step step, Optional<String> noted) {
    return new GateState.Alarm(
        state.name(),
        state.samples().with(SampleKind.GOOD, step.grid().until()),
        Optional.empty(),
        noted,
        state.crossing());
  }

  private static GateState.Alarm unseen(GateState.Alarm state, Measured<?> missing) {
    return new GateState.Alarm(
        state.name(),
        state.samples().missed(missing),
        state.ringing(),
        state.noted(),
        state.crossing());
  }
}
