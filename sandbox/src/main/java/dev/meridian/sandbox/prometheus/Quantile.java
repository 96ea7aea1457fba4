package dev.meridian.sandbox.prometheus;

import dev.meridian.sandbox.prometheus.Value.Sample;
import dev.meridian.sandbox.series.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code histogram_quantile} of cumulative buckets, as promql/quantile.go of Prometheus 2. */
final class Quantile {
  private static final String LE = "le";

  private record Bucket(double bound, double count) {}

  private Quantile() {}

  /** One value for each histogram; samples that are no bucket are left out. */
  static Value.Vector of(double quantile, List<Sample> samples) {
    Map<Labels, List<Bucket>> histograms = new LinkedHashMap<>();
    for (Sample sample : samples) {
      Optional<Double> bound = Numbers.read(sample.labels().get(LE));
      if (bound.isPresent()) {
        histograms
            .computeIfAbsent(
                sample.labels().withoutName().without(List.of(LE)), _ -> new ArrayList<>())
            .add(new Bucket(bound.get(), sample.value()));
      }
    }
    List<Sample> result = new ArrayList<>();
    histograms.forEach(
        (labels, buckets) -> result.add(new Sample(labels, quantile(quantile, buckets))));
    return new Value.Vector(result);
  }

  private static double quantile(double quantile, List<Bucket> unsorted) {
    if (Double.isNaN(quantile)) {
      return Double.NaN;
    }
    if (quantile < 0 || quantile > 1) {
      return quantile < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    List<Bucket> buckets = monotonic(unsorted);
    Bucket last = buckets.getLast();
    if (last.bound() != Double.POSITIVE_INFINITY || buckets.size() < 2 || last.count() == 0) {
      return Double.NaN;
    }
    double rank = quantile * last.count();
    int index = 0;
    while (index < buckets.size() - 1 && !(buckets.get(index).count() >= rank)) {
      index++;
    }
    Bucket bucket = buckets.get(index);
    if (index == buckets.size() - 1) {
      return buckets.get(index - 1).bound();
    }
    if (index == 0 && bucket.bound() <= 0) {
      return bucket.bound();
    }
    Bucket before = index == 0 ? new Bucket(0, 0) : buckets.get(index - 1);
    return before.bound()
        + (bucket.bound() - before.bound())
            * ((rank - before.count()) / (bucket.count() - before.count()));
  }

  /** In order of bounds, one for each bound, never falling. */
  private static List<Bucket> monotonic(List<Bucket> unsorted) {
    List<Bucket> sorted = new ArrayList<>(unsorted);
    sorted.sort(Comparator.comparingDouble(Bucket::bound));
    List<Bucket> merged = new ArrayList<>();
    for (Bucket bucket : sorted) {
      if (!merged.isEmpty() && merged.getLast().bound() == bucket.bound()) {
        Bucket same = merged.removeLast();
        merged.add(new Bucket(same.bound(), same.count() + bucket.count()));
      } else {
        merged.add(bucket);
      }
    }
    for (int i = 1; i < merged.size(); i++) {
      Bucket bucket = merged.get(i);
      merged.set(
          i, new Bucket(bucket.bound(), Math.max(bucket.count(), merged.get(i - 1).count())));
    }
    return merged;
  }
}
