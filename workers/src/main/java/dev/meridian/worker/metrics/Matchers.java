package dev.meridian.worker.metrics;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Label matchers as PromQL writes them. */
final class Matchers {
  private Matchers() {}

  /** {@code a="1",b="2"}: exactly these values. */
  static String exactly(SortedMap<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + "=" + quoted(label.getValue()))
        .collect(Collectors.joining(","));
  }

  /**
   * Every one of several label sets of the same names, and perhaps more: {@code a=~"1|2",b="2"}.
   * What it selects is to be compared with the sets again.
   */
  static String covering(List<SortedMap<String, String>> sets) {
    SortedMap<String, List<String>> values = new TreeMap<>();
    for (String name : sets.getFirst().keySet()) {
      values.put(
          name,
          sets.stream()
              .map(set -> Objects.requireNonNullElse(set.get(name), ""))
              .distinct()
              .sorted()
              .toList());
    }
    return values.entrySet().stream()
        .map(each -> oneOf(each.getKey(), each.getValue()))
        .collect(Collectors.joining(","));
  }

  /** Whether a series has all of these labels with these values. */
  static boolean match(Map<String, String> series, Map<String, String> labels) {
    return labels.entrySet().stream()
        .allMatch(label -> label.getValue().equals(series.getOrDefault(label.getKey(), "")));
  }

  static String regex(String literal) {
    return literal.replaceAll("[\\\\.+*?()|\\[\\]{}^$]", "\\\\$0");
  }

  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private static String oneOf(String name, List<String> values) {
    return values.size() == 1
        ? name + "=" + quoted(values.getFirst())
        : name
            + "=~"
            + quoted(values.stream().map(Matchers::regex).collect(Collectors.joining("|")));
  }
}
