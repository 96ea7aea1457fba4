package dev.meridian.sandbox.prometheus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Ways to make one value out of many. */
enum Aggregator {
  SUM,
  MIN,
  MAX,
  AVG,
  COUNT;

  private static final List<String> UNSUPPORTED =
      List.of("group", "stddev", "stdvar", "topk", "bottomk", "count_values", "quantile");

  static Optional<Aggregator> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /** Whether Prometheus aggregates so, and we do not. */
  static boolean elsewhere(String word) {
    return UNSUPPORTED.contains(word);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of one value or more. */
  double apply(List<Double> values) {
    double result = values.getFirst();
    int count = 1;
    for (double value : values.subList(1, values.size())) {
      count++;
      result =
          switch (this) {
            case SUM -> result + value;
            case MIN -> Double.isNaN(result) || value < result ? value : result;
            case MAX -> Double.isNaN(result) || value > result ? value : result;
            case AVG -> result + (value / count - result / count);
            case COUNT -> result;
          };
    }
    return this == COUNT ? count : result;
  }
}
