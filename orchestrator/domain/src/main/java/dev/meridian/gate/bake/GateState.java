package dev.meridian.gate.bake;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sample.SampleCounters;
import dev.meridian.gate.sample.SampleKind;
import dev.meridian.gate.statistics.CeilingTest;
import dev.meridian.gate.statistics.EvidenceOfHealth;
import dev.meridian.gate.statistics.Pair;
import dev.meridian.gate.statistics.PairedTest;
import dev.meridian.gate.statistics.Thinned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one gate knows so far. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = GateState.Ratio.class, name = "ratio"),
  @JsonSubTypes.Type(value = GateState.Value.class, name = "value"),
  @JsonSubTypes.Type(value = GateState.Trend.class, name = "trend"),
  @JsonSubTypes.Type(value = GateState.Distribution.class, name = "distribution"),
  @JsonSubTypes.Type(value = GateState.Alarm.class, name = "alarm")
})
public sealed interface GateState {
  /** The gate's. */
  String name();

  Samples samples();

  /** The limit that was crossed, if any: it stays. */
  Optional<Crossing> crossing();

  /** The same when the bake begins anew: what a pass needs is counted from now on. */
  default GateState afresh() {
    Samples samples =
        new Samples(SampleCounters.NONE, samples().last(), samples().seen(), samples().why());
    return switch (this) {
      case Ratio r ->
          new Ratio(
              r.name(),
              samples,
              Counts.NONE,
              r.compared(),
              r.paired(),
              r.ceiling(),
              EvidenceOfHealth.NONE,
              r.control(),
              0,
              0,
              r.recent(),
              r.crossing());
      case Value v -> new Value(v.name(), samples, v.window(), v.crossing());
      case Trend t -> new Trend(t.name(), samples, t.points(), t.incumbent(), t.crossing());
      case Distribution d ->
          new Distribution(d.name(), samples, List.of(), 0, 0, Optional.empty(), d.crossing());
      case Alarm a -> new Alarm(a.name(), samples, a.ringing(), a.noted(), a.crossing());
    };
  }

  /**
   * What was seen of the contender.
   *
   * @param counters how many of each kind
   * @param last kind of the newest
   * @param seen when the contender last reported; the exposure when never
   * @param why the newest was missing, for people; {@code ""} when it was not
   */
  record Samples(SampleCounters counters, SampleKind last, Instant seen, String why) {
    public Samples {
      why = why == null ? "" : why;
    }

    static Samples none(Instant exposedAt) {
      return new Samples(SampleCounters.NONE, SampleKind.NO_DATA, exposedAt, "");
    }

    Samples with(SampleKind kind, Instant lastSeen) {
      return new Samples(counters.with(kind), kind, lastSeen, "");
    }

    /** Nothing that could be used: a number that is none is no data. */
    Samples missed(Measured<?> measured) {
      return switch (measured) {
        case Measured.QueryError<?>(String sentence) -> missed(SampleKind.QUERY_ERROR, sentence);
        case Measured.NoData<?>(String said) -> missed(SampleKind.NO_DATA, said);
        case Measured.Seen<?>(Object value) -> missed(SampleKind.NO_DATA, "it is " + value);
      };
    }

    private Samples missed(SampleKind kind, String said) {
      return new Samples(counters.with(kind), kind, seen, said);
    }
  }

  /**
   * @param contender everything counted since the exposure
   * @param compared everything that was compared with a control
   * @param control of the next interval
   * @param uncontrolled intervals that a control should have answered and did not
   * @param quiet intervals in which the region reported that nobody came
   * @param recent the last intervals, oldest first
   */
  record Ratio(
      String name,
      Samples samples,
      Counts contender,
      Pair compared,
      PairedTest paired,
      CeilingTest ceiling,
      EvidenceOfHealth health,
      ControlSet control,
      long uncontrolled,
      long quiet,
      List<Interval> recent,
      Optional<Crossing> crossing)
      implements GateState {
    public Ratio {
      recent = List.copyOf(recent);
    }
  }

  /**
   * One interval, for the evidence.
   *
   * @param second its end, from the exposure
   * @param logPaired ln E of the paired test after it
   * @param logCeiling ln E of the ceiling test after it
   */
  record Interval(long second, Pair pair, double logPaired, double logCeiling) {}

  /**
   * @param window the last readings, oldest first
   */
  record Value(String name, Samples samples, List<Looked> window, Optional<Crossing> crossing)
      implements GateState {
    public Value {
      window = List.copyOf(window);
    }
  }

  /**
   * One reading.
   *
   * @param second from the exposure
   * @param incumbent whole days earlier
   * @param bound that held for it
   */
  record Looked(long second, double value, Optional<Double> incumbent, double bound) {
    boolean bad() {
      return value > bound;
    }
  }

  /**
   * @param points of the contender
   * @param incumbent whole days earlier
   */
  record Trend(
      String name, Samples samples, Thinned points, Thinned incumbent, Optional<Crossing> crossing)
      implements GateState {}

  /**
   * @param window pairs that wait for it to be full, at most 120, oldest first
   * @param windows that were full
   * @param uncontrolled readings that the incumbent should have answered and did not
   * @param last what the newest full window said
   */
  record Distribution(
      String name,
      Samples samples,
      List<Twin> window,
      long windows,
      long uncontrolled,
      Optional<Comparison> last,
      Optional<Crossing> crossing)
      implements GateState {
    public Distribution {
      window = List.copyOf(window);
    }
  }

  /** A reading and the incumbent's whole days earlier, both finite. */
  record Twin(double contender, double incumbent) {}

  /**
   * A full window.
   *
   * @param second its end, from the exposure
   * @param effect share of all pairs in which the contender's reading is higher, ties half
   * @param p two-sided chance of so great a difference between alike ones
   */
  record Comparison(
      long second, double effect, double p, double contenderMedian, double incumbentMedian) {}

  /**
   * @param ringing while its alert counts
   * @param noted the newest alert that did not count, with why
   */
  record Alarm(
      String name,
      Samples samples,
      Optional<Ringing> ringing,
      Optional<String> noted,
      Optional<Crossing> crossing)
      implements GateState {}

  /**
   * An alert that counts.
   *
   * @param from end of the first interval in which it did
   * @param sentence for people
   */
  record Ringing(Instant from, String sentence) {}
}
