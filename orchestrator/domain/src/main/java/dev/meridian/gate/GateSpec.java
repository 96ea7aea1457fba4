package dev.meridian.gate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.meridian.region.Share;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A gate: we only look, at metrics and alarms. Selectors and queries are completed with the
 * presence's labels, and alerts are told apart by them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = GateSpec.Ratio.class, name = "ratio"),
  @JsonSubTypes.Type(value = GateSpec.Value.class, name = "value"),
  @JsonSubTypes.Type(value = GateSpec.Trend.class, name = "trend"),
  @JsonSubTypes.Type(value = GateSpec.Distribution.class, name = "distribution"),
  @JsonSubTypes.Type(value = GateSpec.Alarm.class, name = "alarm")
})
public sealed interface GateSpec {
  /** A slug, unique in the service. */
  String name();

  /** Whether it decides; an observe-only gate is recorded and excluded from the verdict. */
  boolean critical();

  /** Distance of the grid instants at which it is read, Meridian time. */
  Duration interval();

  /**
   * The data policy: the least share of the bake's grid instants that must have given a good sample
   * before the gate may pass. Missing data is never good and never skipped, whatever this is.
   */
  Share minimumGood();

  /** Every selector or expression that it names, as written. */
  default List<String> queries() {
    return switch (this) {
      case Ratio ratio -> ratio.events().selectors();
      case Value value -> List.of(value.query());
      case Trend trend -> List.of(trend.query());
      case Distribution distribution -> List.of(distribution.query());
      case Alarm _ -> List.of();
    };
  }

  /** Whether it reads metrics, and so tells whether the contender reports. */
  default boolean measures() {
    return switch (this) {
      case Ratio _, Value _, Trend _, Distribution _ -> true;
      case Alarm _ -> false;
    };
  }

  /**
   * Bad events over all events.
   *
   * @param events what is counted
   * @param ceiling absolute objective, the fast path
   * @param control whether the paired test against untouched regions runs too
   * @param interval not shorter than the scrape interval
   */
  record Ratio(
      String name,
      boolean critical,
      Events events,
      Share ceiling,
      boolean control,
      Duration interval,
      Share minimumGood)
      implements GateSpec {}

  /** What a ratio counts: two counter selectors, or a histogram and a limit. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "counted")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Events.Counters.class, name = "counters"),
    @JsonSubTypes.Type(value = Events.Latency.class, name = "latency")
  })
  sealed interface Events {
    /** Every selector that it names, as written. */
    default List<String> selectors() {
      return switch (this) {
        case Counters counters -> List.of(counters.all(), counters.bad());
        case Latency latency -> List.of(latency.histogram());
      };
    }

    /** Selectors such as {@code http_requests_total{code=~"5.."}}, not expressions. */
    record Counters(String all, String bad) implements Events {}

    /**
     * Slower than the limit is bad: all is {@code _count}, bad is {@code _count} minus the bucket.
     *
     * @param histogram name without suffix, with matchers
     * @param limit must be a bucket boundary
     */
    record Latency(String histogram, Duration limit) implements Events {}
  }

  /**
   * A PromQL expression against bounds.
   *
   * @param query yields one series
   * @param max absolute upper bound
   * @param maxOverIncumbent bound relative to the incumbent's same-length window, for example 1.5
   * @param badOf degraded on {@code badOf} of {@code window} grid points
   */
  record Value(
      String name,
      boolean critical,
      String query,
      double max,
      Optional<Double> maxOverIncumbent,
      int badOf,
      int window,
      Duration interval,
      Share minimumGood)
      implements GateSpec {}

  /**
   * A leak: robust slope and its projected time to the limit.
   *
   * @param query yields one series
   * @param limit the value that must not be reached
   * @param horizon degraded when the projection is nearer than this
   */
  record Trend(
      String name,
      boolean critical,
      String query,
      double limit,
      Duration horizon,
      Duration interval,
      Share minimumGood)
      implements GateSpec {}

  /**
   * A whole window of readings against as many of the incumbent's at the same hours whole days
   * earlier, by Mann and Whitney's test. It is not read before a window is full.
   *
   * @param query yields one series
   * @param points readings in a window, 50 to 120
   * @param least degraded from this share of pairs in which the contender's reading is the worse
   *     one, ties half; above 0.5, below 1
   */
  record Distribution(
      String name,
      boolean critical,
      String query,
      Direction direction,
      int points,
      double least,
      Duration interval,
      Share minimumGood)
      implements GateSpec {}

  /** Which way readings get worse. */
  enum Direction {
    /** Higher ones are worse. */
    @JsonProperty("increase")
    INCREASE,
    /** Lower ones are worse. */
    @JsonProperty("decrease")
    DECREASE,
    /** Whatever differs is worse. */
    @JsonProperty("either")
    EITHER;

    /**
     * The share of pairs in which the contender's reading is the worse one.
     *
     * @param above share of pairs in which it is the higher one
     */
    public double harm(double above) {
      return switch (this) {
        case INCREASE -> above;
        case DECREASE -> 1 - above;
        case EITHER -> Math.max(above, 1 - above);
      };
    }
  }

  /**
   * An alert of Alertmanager, found by another system. It counts when it began after the release
   * touched the region and fires in no untouched one; else it is noted.
   *
   * @param critical false where the effect is to note
   * @param alert its {@code alertname}
   * @param labels that it has to carry beside those of the presence
   * @param effect while it counts
   * @param interval at which it is folded; a hold does not wait for that
   */
  record Alarm(
      String name,
      boolean critical,
      String alert,
      SortedMap<String, String> labels,
      Effect effect,
      Duration interval,
      Share minimumGood)
      implements GateSpec {
    public Alarm {
      labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }
  }

  /** What an alarm does. */
  enum Effect {
    /** It is named in the evidence. */
    @JsonProperty("note")
    NOTE,
    /** Nothing passes while it fires. */
    @JsonProperty("hold")
    HOLD,
    /** It is a crossed limit. */
    @JsonProperty("roll-back")
    ROLL_BACK
  }
}
