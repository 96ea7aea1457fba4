package dev.meridian.gate.bake;

import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.region.RegionCode;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways not to see something. */
final class Unseen {
  private Unseen() {}

  /** Regions that report nothing, on every gate. */
  static UnaryOperator<GridObservations> silent(Predicate<RegionCode> regions) {
    return hiding(regions, new Measured.NoData<>("no series"), new Measured.NoData<>("no series"));
  }

  /** The metrics system does not answer. */
  static UnaryOperator<GridObservations> unanswered() {
    return hiding(
        region -> true, new Measured.QueryError<>("503"), new Measured.QueryError<>("503"));
  }

  /** Series are there, and nobody comes. */
  static UnaryOperator<GridObservations> idle() {
    return grid ->
        changed(
            grid,
            gate ->
                gate instanceof GateObservation.Events events
                    ? replaced(events, BakeWorld.SEOUL::equals, new Measured.Seen<>(Counts.NONE))
                    : gate);
  }

  /** One gate alone has nothing of the contender. */
  static UnaryOperator<GridObservations> silentGate(String name, Measured<Double> instead) {
    return grid -> {
      SortedMap<String, GateObservation> gates = new TreeMap<>(grid.gates());
      gates.computeIfPresent(
          name, (key, gate) -> new GateObservation.Reading(instead, new Measured.Seen<>(1.0)));
      return new GridObservations(grid.from(), grid.until(), grid.standings(), gates);
    };
  }

  /** What alarms were told is not known. */
  static UnaryOperator<GridObservations> deaf() {
    return grid ->
        changed(
            grid,
            gate ->
                gate instanceof GateObservation.Alerts alerts
                    ? new GateObservation.Alerts(
                        alerts.touchedAt(), new Measured.QueryError<>("the database is away"))
                    : gate);
  }

  private static UnaryOperator<GridObservations> hiding(
      Predicate<RegionCode> regions, Measured<Counts> counts, Measured<Double> number) {
    return grid ->
        changed(
            grid,
            gate ->
                switch (gate) {
                  case GateObservation.Events events -> replaced(events, regions, counts);
                  case GateObservation.Reading reading ->
                      regions.test(BakeWorld.SEOUL)
                          ? new GateObservation.Reading(number, reading.incumbent())
                          : reading;
                  case GateObservation.Alerts alerts -> alerts;
                });
  }

  private static GateObservation replaced(
      GateObservation.Events events, Predicate<RegionCode> regions, Measured<Counts> instead) {
    SortedMap<RegionCode, Measured<Counts>> changed = new TreeMap<>(events.regions());
    changed.replaceAll((region, seen) -> regions.test(region) ? instead : seen);
    return new GateObservation.Events(changed);
  }

  private static GridObservations changed(
      GridObservations grid, UnaryOperator<GateObservation> change) {
    SortedMap<String, GateObservation> gates = new TreeMap<>(grid.gates());
    gates.replaceAll((name, gate) -> change.apply(gate));
    return new GridObservations(grid.from(), grid.until(), grid.standings(), gates);
  }
}
