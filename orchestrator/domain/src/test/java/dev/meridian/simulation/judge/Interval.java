package dev.meridian.simulation.judge;

import dev.meridian.gate.bake.GateObservation;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.region.RegionCode;
import dev.meridian.simulation.judge.Traffic.Sample;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was measured everywhere in one interval.
 *
 * @param from seconds from the start of the release
 * @param until seconds from the start of the release
 * @param told by region with users
 */
public record Interval(long from, long until, SortedMap<RegionCode, Told> told) {
  /** What is said of one region. */
  public record Told(Measured<Counts> errors, Measured<Counts> latency, Measured<Double> memory) {
    static final Told NOTHING =
        new Told(
            new Measured.NoData<>("no series"),
            new Measured.NoData<>("no series"),
            new Measured.NoData<>("no series"));

    static final Told UNANSWERED =
        new Told(
            new Measured.QueryError<>("503"),
            new Measured.QueryError<>("503"),
            new Measured.QueryError<>("503"));

    static Told of(Sample sample) {
      return new Told(
          new Measured.Seen<>(new Counts(sample.all(), sample.failing())),
          new Measured.Seen<>(new Counts(sample.all(), sample.slow())),
          new Measured.Seen<>(sample.memory()));
    }

    boolean seen() {
      return errors instanceof Measured.Seen;
    }
  }

  Told in(RegionCode region) {
    return told.getOrDefault(region, Told.NOTHING);
  }

  /** For the gates of one region; memory is not read at every interval. */
  SortedMap<String, GateObservation> observations(RegionCode region, boolean withMemory) {
    SortedMap<RegionCode, Measured<Counts>> errors = new TreeMap<>();
    SortedMap<RegionCode, Measured<Counts>> latency = new TreeMap<>();
    told.forEach((code, each) -> {
      errors.put(code, each.errors());
      latency.put(code, each.latency());
    });
    SortedMap<String, GateObservation> gates = new TreeMap<>();
    gates.put(Gates.ERRORS, new GateObservation.Events(errors));
    gates.put(Gates.LATENCY, new GateObservation.Events(latency));
    if (withMemory) {
      gates.put(
          Gates.MEMORY,
          new GateObservation.Reading(in(region).memory(), new Measured.Seen<>(Place.MEMORY)));
    }
    return gates;
  }
}
