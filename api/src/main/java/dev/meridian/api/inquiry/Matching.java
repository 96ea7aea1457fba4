package dev.meridian.api.inquiry;

import java.util.SortedMap;
import java.util.stream.Collectors;

/** Label matchers as PromQL writes them. */
final class Matching {
  private Matching() {}

  /** {@code a="1",b="2"}. */
  static String labels(SortedMap<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + "=\"" + escape(label.getValue()) + "\"")
        .collect(Collectors.joining(","));
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
