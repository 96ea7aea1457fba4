package dev.meridian.worker.metrics;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.GateObservation;
import dev.meridian.gate.bake.GridObservations;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sample.Tiling;
import dev.meridian.region.RegionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Turns raw samples into what each gate of one bake saw in each step of its grid. Keeps where the
 * counters stand, and moves on only when told that a reading counts.
 */
final class GridReader {
  private final Grid grid;
  private final List<GateSpec> gates;
  private final Contender contender;
  private final SortedMap<String, RatioReader> ratios = new TreeMap<>();
  private final SortedMap<String, ReadingReader> readings = new TreeMap<>();
  private final SortedMap<String, AlarmReader> alarms;
  private SortedMap<String, SortedMap<RegionCode, RatioReader.Tracks>> tracks = new TreeMap<>();

  /**
   * What came of one poll.
   *
   * @param steps in order of time
   * @param unanswered whether the contender's metrics could not be read for a reason that may pass
   */
  record Polled(
      List<GridObservations> steps,
      boolean unanswered,
      SortedMap<String, SortedMap<RegionCode, RatioReader.Tracks>> tracks) {}

  /**
   * @param alarms by alarm gate
   */
  GridReader(
      Grid grid,
      List<GateSpec> gates,
      Contender contender,
      ReadingReaders readingReaders,
      SortedMap<String, AlarmReader> alarms) {
    this.grid = grid;
    this.gates = gates;
    this.contender = contender;
    this.alarms = alarms;
    for (GateSpec gate : gates) {
      switch (gate) {
        case GateSpec.Ratio ratio -> ratios.put(gate.name(), new RatioReader(ratio, contender));
        case GateSpec.Value value ->
            readings.put(gate.name(), readingReaders.reader(value.query(), contender));
        case GateSpec.Trend trend ->
            readings.put(gate.name(), readingReaders.reader(trend.query(), contender));
        case GateSpec.Distribution distribution ->
            readings.put(gate.name(), readingReaders.reader(distribution.query(), contender));
        case GateSpec.Alarm _ -> {}
      }
    }
  }

  /** Makes readers of expressions. */
  interface ReadingReaders {
    ReadingReader reader(String query, Contender contender);
  }

  Grid grid() {
    return grid;
  }

  /** The queries of each gate, for the evidence. */
  SortedMap<String, List<String>> queries(List<RegionGroup> groups) {
    SortedMap<String, List<String>> queries = new TreeMap<>();
    ratios.forEach((name, reader) -> queries.put(name, reader.queries(groups)));
    readings.forEach((name, reader) -> queries.put(name, reader.queries()));
    return queries;
  }

  /**
   * Finds where the counters stand at the beginning, or where a checkpoint left off.
   *
   * @throws MetricsException when they could not be read
   */
  void prime(RawReads before, Instant at) {
    SortedMap<String, SortedMap<RegionCode, RatioReader.Tracks>> primed = new TreeMap<>();
    for (GateSpec gate : gates) {
      RatioReader reader = ratios.get(gate.name());
      if (reader != null) {
        primed.put(gate.name(), reader.primed(before, grid.lastEnd(gate, at)));
      }
    }
    tracks = primed;
  }

  /** Reads every gate at once; nothing moves until {@link #accept}. */
  Polled poll(RawReads reads, Tiling steps, ExecutorService threads) throws InterruptedException {
    SortedMap<String, Future<GateRead>> futures = new TreeMap<>();
    for (GateSpec gate : gates) {
      grid.intervals(gate, steps)
          .ifPresent(
              tiling -> futures.put(gate.name(), threads.submit(() -> read(gate, reads, tiling))));
    }
    SortedMap<String, SortedMap<RegionCode, RatioReader.Tracks>> after = new TreeMap<>(tracks);
    SortedMap<Instant, SortedMap<String, GateObservation>> byEnd = new TreeMap<>();
    boolean unanswered = false;
    for (Map.Entry<String, Future<GateRead>> entry : futures.entrySet()) {
      GateRead read = Threads.result(entry.getValue());
      read.tracks().ifPresent(moved -> after.put(entry.getKey(), moved));
      unanswered |= read.unanswered();
      for (int i = 0; i < read.tiling().count(); i++) {
        byEnd
            .computeIfAbsent(read.tiling().end(i), _ -> new TreeMap<>())
            .put(entry.getKey(), read.observations().get(i));
      }
    }
    return new Polled(observations(steps, byEnd), unanswered, after);
  }

  /** Asks for everything that a poll of these reads will need. */
  void warm(RawReads reads) {
    ratios.values().forEach(ratio -> ratio.warm(reads));
  }

  /** The poll counts: the next one goes on from here. */
  void accept(Polled polled) {
    tracks = polled.tracks();
  }

  private static List<GridObservations> observations(
      Tiling steps, SortedMap<Instant, SortedMap<String, GateObservation>> byEnd) {
    List<GridObservations> all = new ArrayList<>();
    for (int i = 0; i < steps.count(); i++) {
      Instant from = i == 0 ? steps.from() : steps.end(i - 1);
      all.add(
          new GridObservations(
              from,
              steps.end(i),
              new TreeMap<>(),
              byEnd.getOrDefault(steps.end(i), new TreeMap<>())));
    }
    return all;
  }

  private GateRead read(GateSpec gate, RawReads reads, Tiling tiling) {
    AlarmReader alarm = alarms.get(gate.name());
    if (alarm != null) {
      return GateRead.readings(tiling, alarm.read(tiling));
    }
    RatioReader ratio = ratios.get(gate.name());
    if (ratio == null) {
      ReadingReader reader = readings.get(gate.name());
      return GateRead.readings(tiling, reader == null ? List.of() : reader.read(tiling));
    }
    RatioReader.Read read =
        ratio.read(reads, tracks.getOrDefault(gate.name(), new TreeMap<>()), tiling);
    List<GateObservation> events = new ArrayList<>();
    for (int i = 0; i < tiling.count(); i++) {
      SortedMap<RegionCode, Measured<Counts>> regions = new TreeMap<>();
      int interval = i;
      read.regions().forEach((region, list) -> regions.put(region, list.get(interval)));
      events.add(new GateObservation.Events(regions));
    }
    boolean unanswered =
        read.regions().getOrDefault(contender.region(), Collections.emptyList()).stream()
            .anyMatch(Measured.QueryError.class::isInstance);
    return new GateRead(tiling, events, unanswered, Optional.of(read.tracks()));
  }
}
