package dev.meridian.evacuation;

import java.util.ArrayList;
import java.util.List;

/** The way back of a region's traffic: 10, 50, 100 % of its recorded weight, each at least 1. */
public final class ReturnRamp {
  private static final List<Integer> PERCENTS = List.of(10, 50, 100);

  private ReturnRamp() {}

  /** One rung. */
  public record Step(int percent, Weight weight) {}

  /**
   * Rungs in ascending order; for a small weight some fall together, for weight 0 there is none.
   */
  public static List<Step> steps(Weight recorded) {
    List<Step> steps = new ArrayList<>();
    int last = 0;
    for (int percent : PERCENTS) {
      int weight = (recorded.value() * percent + 99) / 100;
      if (weight > last) {
        steps.add(new Step(percent, new Weight(weight)));
        last = weight;
      }
    }
    return List.copyOf(steps);
  }
}
