package dev.meridian.sandbox.series;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What tells one series from another. A label with an empty value is as good as absent. */
public record Labels(SortedMap<String, String> values) {
  /** The label that holds the metric's name. */
  public static final String NAME = "__name__";

  public static final Labels NONE = new Labels(Collections.emptySortedMap());

  public Labels {
    TreeMap<String, String> copy = new TreeMap<>(values);
    copy.values().removeIf(String::isEmpty);
    values = Collections.unmodifiableSortedMap(copy);
  }

  /** Only the metric's name. */
  public static Labels named(String metric) {
    return NONE.with(NAME, metric);
  }

  /** The value, or an empty one. */
  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  public Labels with(String name, String value) {
    TreeMap<String, String> copy = new TreeMap<>(values);
    copy.put(name, value);
    return new Labels(copy);
  }

  public Labels without(Collection<String> names) {
    TreeMap<String, String> copy = new TreeMap<>(values);
    names.forEach(copy::remove);
    return new Labels(copy);
  }

  public Labels only(Collection<String> names) {
    TreeMap<String, String> copy = new TreeMap<>(values);
    copy.keySet().retainAll(names);
    return new Labels(copy);
  }

  public Labels withoutName() {
    TreeMap<String, String> copy = new TreeMap<>(values);
    copy.remove(NAME);
    return new Labels(copy);
  }
}
