package dev.meridian.sandbox.traffic;

import java.util.Comparator;

/**
 * A pod as far as metrics tell pods apart.
 *
 * @param label of its revision
 * @param number from 0; the youngest has the highest
 */
record Pod(String label, int number) implements Comparable<Pod> {
  private static final Comparator<Pod> ORDER =
      Comparator.comparing(Pod::label).thenComparingInt(Pod::number);

  /** As in the label {@code pod}, for example {@code checkout-4f1c-2}. */
  String name(String service) {
    return service + "-" + (label.isEmpty() ? "" : label + "-") + number;
  }

  @Override
  public int compareTo(Pod other) {
    return ORDER.compare(this, other);
  }
}
