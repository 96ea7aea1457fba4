package dev.meridian.worker.metrics;

import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sample.RawSeries;
import dev.meridian.gate.sample.RawSeries.RawSample;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an expression yields: exactly one series, or no data. Of several nobody could say which one
 * is meant, and their sum might be nonsense.
 */
final class OneSeries {
  private OneSeries() {}

  /** Its values by instant; the metrics system's refusals and silences are query errors. */
  static Measured<SortedMap<Instant, Double>> of(Supplier<List<RawSeries>> question) {
    List<RawSeries> series;
    try {
      series = question.get();
    } catch (MetricsException e) {
      return new Measured.QueryError<>(e.sentence());
    }
    if (series.isEmpty()) {
      return new Measured.NoData<>("no series");
    }
    if (series.size() > 1) {
      return new Measured.NoData<>(series.size() + " series where one was expected");
    }
    SortedMap<Instant, Double> values = new TreeMap<>();
    for (RawSample sample : series.getFirst().samples()) {
      values.put(sample.at(), sample.value());
    }
    return new Measured.Seen<>(values);
  }

  /** The value at an instant: NaN and infinity are none. */
  static Measured<Double> at(Measured<SortedMap<Instant, Double>> all, Instant instant) {
    return number(all, values -> values.get(instant));
  }

  /** The newest value: NaN and infinity are none. */
  static Measured<Double> newest(Measured<SortedMap<Instant, Double>> all) {
    return number(all, values -> values.isEmpty() ? null : values.lastEntry().getValue());
  }

  private static Measured<Double> number(
      Measured<SortedMap<Instant, Double>> all,
      Function<SortedMap<Instant, Double>, @Nullable Double> choice) {
    return switch (all) {
      case Measured.QueryError<SortedMap<Instant, Double>>(String sentence) ->
          new Measured.QueryError<>(sentence);
      case Measured.NoData<SortedMap<Instant, Double>>(String why) -> new Measured.NoData<>(why);
      case Measured.Seen<SortedMap<Instant, Double>>(SortedMap<Instant, Double> values) -> {
        Double value = choice.apply(values);
        yield value == null || !Double.isFinite(value)
            ? new Measured.NoData<>("no value")
            : new Measured.Seen<>(value);
      }
    };
  }
}
