package dev.meridian.gate.bake;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.region.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The judge's memory: from one state and one interval to the next state. */
public record BakeFold(BakeSubject subject) {
  /** The state at the exposure; the first control is chosen here. */
  public BakeState begin(SortedMap<RegionCode, Standing> standings) {
    List<GateState> gates = new ArrayList<>();
    for (GateSpec gate : subject.gates()) {
      gates.add(
          switch (gate) {
            case GateSpec.Ratio ratio -> new RatioFold(subject, ratio).begin(standings);
            case GateSpec.Value value -> new ValueFold(value).begin(subject.exposedAt());
            case GateSpec.Trend trend -> new TrendFold(trend).begin(subject.exposedAt());
            case GateSpec.Distribution distribution ->
                new DistributionFold(distribution).begin(subject.exposedAt());
            case GateSpec.Alarm alarm -> new AlarmFold(alarm).begin(subject.exposedAt());
          });
    }
    return new BakeState(
        0, subject.exposedAt(), subject.exposedAt(), 0, Optional.empty(), gates, Surroundings.NONE);
  }

  /**
   * @throws IllegalArgumentException when the interval does not begin where the last one ended
   */
  public BakeState fold(BakeState state, GridObservations grid) {
    if (!grid.from().equals(state.at())) {
      throw new IllegalArgumentException(
          "interval should begin at " + state.at() + ": begins at " + grid.from());
    }
    Surroundings around = state.around().after(subject, grid);
    List<GateState> gates = folded(state, grid);
    if (around.restarted(grid.until())) {
      gates = gates.stream().map(GateState::afresh).toList();
    }
    Instant othersSeen = othersReport(grid) ? grid.until() : state.othersSeen();
    BakeState next =
        new BakeState(
            state.gridIndex() + 1,
            grid.until(),
            othersSeen,
            state.aloneSeconds(),
            state.clusterAwaySince(),
            gates,
            around);
    return withAlone(next, grid);
  }

  /**
   * A glance at alarms between two intervals: what their gates will know when the interval is over,
   * should nothing change. Time does not move, so the interval is folded all the same when it ends.
   *
   * @param alerts from the end of the last interval to now, with the alarm gates alone
   */
  public BakeState glance(BakeState state, GridObservations alerts) {
    return new BakeState(
        state.gridIndex(),
        state.at(),
        state.othersSeen(),
        state.aloneSeconds(),
        state.clusterAwaySince(),
        folded(state, alerts),
        state.around());
  }

  private List<GateState> folded(BakeState state, GridObservations grid) {
    Step step = new Step(subject, grid);
    List<GateState> gates = new ArrayList<>();
    for (int i = 0; i < subject.gates().size(); i++) {
      gates.add(fold(subject.gates().get(i), state.gates().get(i), step));
    }
    return gates;
  }

  private GateState fold(GateSpec spec, GateState state, Step step) {
    GateObservation observed = step.grid().gates().get(spec.name());
    if (observed == null) {
      return state;
    }
    if (spec instanceof GateSpec.Ratio ratio
        && state instanceof GateState.Ratio known
        && observed instanceof GateObservation.Events events) {
      return new RatioFold(subject, ratio).fold(known, step, events);
    }
    if (spec instanceof GateSpec.Value value
        && state instanceof GateState.Value known
        && observed instanceof GateObservation.Reading reading) {
      return new ValueFold(value).fold(known, step, reading);
    }
    if (spec instanceof GateSpec.Trend trend
        && state instanceof GateState.Trend known
        && observed instanceof GateObservation.Reading reading) {
      return new TrendFold(trend).fold(known, step, reading);
    }
    if (spec instanceof GateSpec.Distribution distribution
        && state instanceof GateState.Distribution known
        && observed instanceof GateObservation.Reading reading) {
      return new DistributionFold(distribution).fold(known, step, reading);
    }
    if (spec instanceof GateSpec.Alarm alarm
        && state instanceof GateState.Alarm known
        && observed instanceof GateObservation.Alerts alerts) {
      return new AlarmFold(alarm).fold(known, step, alerts);
    }
    throw new IllegalArgumentException(
        "gate " + spec.name() + " does not go with its state or with what was observed");
  }

  private boolean othersReport(GridObservations grid) {
    return grid.gates().values().stream()
        .filter(GateObservation.Events.class::isInstance)
        .map(GateObservation.Events.class::cast)
        .flatMap(events -> events.regions().entrySet().stream())
        .anyMatch(this::isOtherAndSeen);
  }

  private boolean isOtherAndSeen(Map.Entry<RegionCode, Measured<Counts>> entry) {
    return !entry.getKey().equals(subject.region())
        && entry.getValue() instanceof Measured.Seen<Counts>;
  }

  private static BakeState withAlone(BakeState state, GridObservations grid) {
    boolean contenderReports = !state.contenderSeen().isBefore(grid.until());
    boolean othersReport = !state.othersSeen().isBefore(grid.until());
    long seconds = Duration.between(grid.from(), grid.until()).toSeconds();
    long alone = contenderReports ? 0 : state.aloneSeconds() + (othersReport ? seconds : 0);
    return new BakeState(
        state.gridIndex(),
        state.at(),
        state.othersSeen(),
        alone,
        state.clusterAwaySince(),
        state.gates(),
        state.around());
  }
}
