package dev.meridian.worker.metrics;

import dev.meridian.gate.GateReader;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * A selector or expression as the service's document writes it.
 *
 * @param text with {@code ${labels}} where matchers belong
 */
record Selector(String text) {
  /** With these matchers. */
  String with(String matchers) {
    return text.replace(GateReader.LABELS, matchers);
  }

  /** The count of a histogram. */
  Selector count() {
    return suffixed("_count", "");
  }

  /** One bucket of a histogram: {@code 0.3} and {@code 0.30} are the same boundary. */
  Selector bucket(Duration limit) {
    return suffixed("_bucket", ",le=~" + Matchers.quoted(boundary(limit)));
  }

  /** All buckets of a histogram. */
  Selector buckets() {
    return suffixed("_bucket", "");
  }

  private Selector suffixed(String suffix, String matcher) {
    int brace = text.indexOf('{');
    String inside = text.substring(brace + 1, text.lastIndexOf('}'));
    return new Selector(text.substring(0, brace) + suffix + "{" + inside + matcher + "}");
  }

  private static String boundary(Duration limit) {
    BigDecimal seconds = BigDecimal.valueOf(limit.toNanos(), 9).stripTrailingZeros();
    String plain = seconds.toPlainString();
    return Matchers.regex(plain) + (plain.contains(".") ? "0*" : "(\\.0+)?");
  }
}
