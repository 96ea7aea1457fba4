package dev.meridian.gate.statistics;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How a region compares with a control while all of them ran the incumbent. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Calibration.Known.class, name = "known"),
  @JsonSubTypes.Type(value = Calibration.Unknown.class, name = "unknown")
})
public sealed interface Calibration {
  /** How far a sum of counts scatters beyond chance: 1 or more. */
  double phi();

  /**
   * Measured: the paired test may run.
   *
   * @param kappa upper confidence bound of the region's bad rate over the control's
   * @param phi max(1, 1.2 x Pearson dispersion of the pairs)
   * @param ratio the estimate that kappa bounds
   * @param blocks of five minutes that it was measured on
   */
  record Known(double kappa, double phi, double ratio, int blocks) implements Calibration {}

  /**
   * No control, or no history with it: the ceiling only.
   *
   * @param phi from the region's own history, or 1
   * @param why for people
   */
  record Unknown(double phi, String why) implements Calibration {}
}
