package dev.meridian.sandbox.prometheus;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as PromQL reads them and as the API prints them. */
final class Numbers {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
  private static final Pattern HEX = Pattern.compile("0[xX][0-9a-fA-F]{1,15}");

  private Numbers() {}

  static Optional<Double> read(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "inf", "+inf" -> Optional.of(Double.POSITIVE_INFINITY);
      case "-inf" -> Optional.of(Double.NEGATIVE_INFINITY);
      case "nan" -> Optional.of(Double.NaN);
      default -> {
        if (HEX.matcher(text).matches()) {
          yield Optional.of((double) Long.parseLong(text.substring(2), 16));
        }
        yield DECIMAL.matcher(text).matches()
            ? Optional.of(Double.valueOf(text))
            : Optional.empty();
      }
    };
  }

  /** Shortest digits that read back the same, without exponent. */
  static String print(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  /** As a literal of a formatted query: with an exponent from a million on and below 0.0001. */
  static String printLiteral(double value) {
    String plain = print(value);
    if (value == 0 || !Double.isFinite(value)) {
      return plain;
    }
    BigDecimal decimal = new BigDecimal(plain).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= -4 && exponent < 6) {
      return plain;
    }
    String digits = decimal.scaleByPowerOfTen(-exponent).toPlainString();
    return digits
        + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
