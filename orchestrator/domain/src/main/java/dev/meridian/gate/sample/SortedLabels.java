package dev.meridian.gate.sample;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The labels of a series as an ordered key. */
record SortedLabels(SortedMap<String, String> labels) implements Comparable<SortedLabels> {
  SortedLabels {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** Without some: two series that differ only in them are one. */
  SortedLabels without(String... names) {
    SortedMap<String, String> rest = new TreeMap<>(labels);
    for (String name : names) {
      rest.remove(name);
    }
    return new SortedLabels(rest);
  }

  @Override
  public int compareTo(SortedLabels other) {
    Iterator<Map.Entry<String, String>> theirs = other.labels.entrySet().iterator();
    for (Map.Entry<String, String> mine : labels.entrySet()) {
      if (!theirs.hasNext()) {
        return 1;
      }
      Map.Entry<String, String> their = theirs.next();
      int byName = mine.getKey().compareTo(their.getKey());
      int order = byName != 0 ? byName : mine.getValue().compareTo(their.getValue());
      if (order != 0) {
        return order;
      }
    }
    return theirs.hasNext() ? -1 : 0;
  }
}
