package dev.meridian.worker.metrics;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.GateSpec;
import dev.meridian.gate.GateSpec.Events;
import dev.meridian.gate.sample.CounterTracks;
import dev.meridian.gate.sample.CounterTracks.Counted;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.EventSeries;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sample.RawSeries;
import dev.meridian.gate.sample.Tiling;
import dev.meridian.region.RegionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the two counters of a ratio gate, in every region with users, and counts what each interval
 * added. One query per counter and group of regions, however many intervals there are.
 */
final class RatioReader {
  private final GateSpec.Ratio gate;
  private final Contender contender;

  /** Where the counters of one region stand. */
  record Tracks(CounterTracks all, CounterTracks bad) {
    static final Tracks NONE = new Tracks(CounterTracks.NONE, CounterTracks.NONE);
  }

  /**
   * What came of reading.
   *
   * @param regions one measurement for each interval
   * @param tracks for the intervals that follow
   */
  record Read(
      SortedMap<RegionCode, List<Measured<Counts>>> regions,
      SortedMap<RegionCode, Tracks> tracks) {}

  RatioReader(GateSpec.Ratio gate, Contender contender) {
    this.gate = gate;
    this.contender = contender;
  }

  /**
   * Where the counters stand at an instant, from what was scraped before it.
   *
   * @throws MetricsException when any region could not be read
   */
  SortedMap<RegionCode, Tracks> primed(RawReads reads, Instant at) {
    SortedMap<RegionCode, Tracks> tracks = new TreeMap<>();
    series(reads)
        .forEach((region, measured) ->
            tracks.put(
                region,
                switch (measured) {
                  case Measured.Seen<EventSeries>(EventSeries both) ->
                      new Tracks(
                          CounterTracks.NONE.primed(both.all(), at),
                          CounterTracks.NONE.primed(both.bad(), at));
                  case Measured.NoData<EventSeries> none -> Tracks.NONE;
                  case Measured.QueryError<EventSeries>(String sentence) ->
                      throw new MetricsException(FailureCode.METRICS_UNREACHABLE, sentence);
                }));
    return tracks;
  }

  /** Never throws for a region that could not be read: that is a query error there. */
  Read read(RawReads reads, SortedMap<RegionCode, Tracks> before, Tiling tiling) {
    SortedMap<RegionCode, List<Measured<Counts>>> regions = new TreeMap<>();
    SortedMap<RegionCode, Tracks> after = new TreeMap<>(before);
    series(reads)
        .forEach((region, measured) -> {
          switch (measured) {
            case Measured.Seen<EventSeries>(EventSeries both) -> {
              Tracks known = before.getOrDefault(region, Tracks.NONE);
              Counted all = known.all().counted(both.all(), tiling, contender.birth(region));
              Counted bad = known.bad().counted(both.bad(), tiling, contender.birth(region));
              regions.put(region, intervals(all, bad));
              after.put(region, new Tracks(all.tracks(), bad.tracks()));
            }
            case Measured.NoData<EventSeries>(String why) ->
                regions.put(region, repeated(tiling, new Measured.NoData<>(why)));
            case Measured.QueryError<EventSeries>(String sentence) ->
                regions.put(region, repeated(tiling, new Measured.QueryError<>(sentence)));
          }
        });
    return new Read(regions, after);
  }

  /** Asks for everything that reading these will need. */
  void warm(RawReads reads) {
    reads.of(all());
    reads.of(bad());
  }

  /** The queries as sent: the contender's own first, then all regions'. */
  List<String> queries(List<RegionGroup> groups) {
    List<String> queries = new ArrayList<>();
    for (Selector selector : List.of(all(), bad())) {
      queries.add(selector.with(contender.matchers()));
    }
    groups.forEach(
        group -> List.of(all(), bad()).forEach(each -> queries.add(each.with(group.matchers()))));
    return queries;
  }

  private SortedMap<RegionCode, Measured<EventSeries>> series(RawReads reads) {
    SortedMap<RegionCode, Measured<List<RawSeries>>> all = reads.of(all());
    SortedMap<RegionCode, Measured<List<RawSeries>>> bad = reads.of(bad());
    SortedMap<RegionCode, Measured<EventSeries>> both = new TreeMap<>();
    all.forEach((region, first) ->
        both.put(
            region, joined(region, first, bad.getOrDefault(region, new Measured.NoData<>("")))));
    return both;
  }

  private Measured<EventSeries> joined(
      RegionCode region, Measured<List<RawSeries>> all, Measured<List<RawSeries>> bad) {
    if (all instanceof Measured.Seen<List<RawSeries>>(List<RawSeries> first)
        && bad instanceof Measured.Seen<List<RawSeries>>(List<RawSeries> second)) {
      List<RawSeries> ours = contender.counting(region, first);
      List<RawSeries> theirs = contender.counting(region, second);
      return new Measured.Seen<>(
          switch (gate.events()) {
            case Events.Counters counters -> new EventSeries(ours, theirs);
            case Events.Latency latency -> EventSeries.latency(ours, theirs);
          });
    }
    String sentence =
        all instanceof Measured.QueryError<List<RawSeries>>(String said)
            ? said
            : bad instanceof Measured.QueryError<List<RawSeries>>(String also) ? also : "not read";
    return new Measured.QueryError<>(sentence);
  }

  private Selector all() {
    return switch (gate.events()) {
      case Events.Counters counters -> new Selector(counters.all());
      case Events.Latency latency -> new Selector(latency.histogram()).count();
    };
  }

  private Selector bad() {
    return switch (gate.events()) {
      case Events.Counters counters -> new Selector(counters.bad());
      case Events.Latency latency -> new Selector(latency.histogram()).bucket(latency.limit());
    };
  }

  private static List<Measured<Counts>> intervals(Counted all, Counted bad) {
    List<Measured<Counts>> intervals = new ArrayList<>();
    for (int i = 0; i < all.increments().size(); i++) {
      double events = all.increments().get(i);
      intervals.add(
          all.reporting().get(i)
              ? new Measured.Seen<>(new Counts(events, Math.min(events, bad.increments().get(i))))
              : new Measured.NoData<>("nothing scraped for " + CounterTracks.STALE));
    }
    return intervals;
  }

  private static List<Measured<Counts>> repeated(Tiling tiling, Measured<Counts> measured) {
    return Collections.nCopies(tiling.count(), measured);
  }
}
