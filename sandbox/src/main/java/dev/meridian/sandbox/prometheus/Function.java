package dev.meridian.sandbox.prometheus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Functions, with the types of their arguments. */
enum Function {
  RATE,
  INCREASE,
  IRATE,
  DELTA,
  AVG_OVER_TIME,
  MIN_OVER_TIME,
  MAX_OVER_TIME,
  SUM_OVER_TIME,
  COUNT_OVER_TIME,
  LAST_OVER_TIME,
  HISTOGRAM_QUANTILE,
  ABS,
  CLAMP_MIN,
  CLAMP_MAX,
  SCALAR,
  VECTOR,
  TIME;

  /** What Prometheus 2 knows beside these. */
  private static final List<String> UNSUPPORTED =
      List.of(
          ("absent absent_over_time acos acosh asin asinh atan atanh ceil changes clamp cos cosh"
                  + " day_of_month day_of_week day_of_year days_in_month deg deriv exp floor"
                  + " histogram_count histogram_fraction histogram_sum holt_winters hour idelta"
                  + " label_join label_replace ln log10 log2 minute month pi predict_linear"
                  + " present_over_time quantile_over_time rad resets round sgn sin sinh sort"
                  + " sort_desc sqrt stddev_over_time stdvar_over_time tan tanh timestamp year")
              .split(" "));

  static Optional<Function> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /** Whether Prometheus has it, and we do not. */
  static boolean elsewhere(String word) {
    return UNSUPPORTED.contains(word);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<ValueType> arguments() {
    return switch (this) {
      case RATE,
          INCREASE,
          IRATE,
          DELTA,
          AVG_OVER_TIME,
          MIN_OVER_TIME,
          MAX_OVER_TIME,
          SUM_OVER_TIME,
          COUNT_OVER_TIME,
          LAST_OVER_TIME ->
          List.of(ValueType.MATRIX);
      case HISTOGRAM_QUANTILE -> List.of(ValueType.SCALAR, ValueType.VECTOR);
      case ABS, SCALAR -> List.of(ValueType.VECTOR);
      case CLAMP_MIN, CLAMP_MAX -> List.of(ValueType.VECTOR, ValueType.SCALAR);
      case VECTOR -> List.of(ValueType.SCALAR);
      case TIME -> List.of();
    };
  }

  ValueType type() {
    return this == TIME || this == SCALAR ? ValueType.SCALAR : ValueType.VECTOR;
  }
}
