package dev.meridian.worker.traffic;

import dev.meridian.evacuation.Weight;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a writer wants, having seen the records as they are. */
sealed interface Wish {
  /** New weights by set identifier. */
  record Change(SortedMap<String, Weight> weights, String sentence) implements Wish {
    public Change {
      weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    }
  }

  /** The records are already as they should be. */
  record Nothing(String sentence) implements Wish {}

  /** Nothing may be changed. */
  record Refusal(String sentence) implements Wish {}
}
