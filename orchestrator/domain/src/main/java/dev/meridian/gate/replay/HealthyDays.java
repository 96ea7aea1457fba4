package dev.meridian.gate.replay;

import dev.meridian.gate.GateSpec;
import java.util.List;

/**
 * Whether gates may be trusted with a release: one that would have stopped bakes of a healthy day
 * will stop this one, whatever it brings. A gate that only observes may do so, and so may one that
 * somebody names.
 */
public final class HealthyDays {
  private HealthyDays() {}

  /**
   * What speaks against gates whose word counts.
   *
   * @param overridden names of gates that are used all the same
   */
  public static List<DayBefore> against(
      List<DayBefore> days, List<GateSpec> gates, List<String> overridden) {
    List<String> deciding =
        gates.stream()
            .filter(GateSpec::critical)
            .map(GateSpec::name)
            .filter(name -> !overridden.contains(name))
            .toList();
    return days.stream().filter(day -> day.stopped() > 0 && deciding.contains(day.gate())).toList();
  }
}
