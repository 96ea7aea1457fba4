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
   * @param phi how far the pairs scatter, an upper bound ({@link Calibrator})
   * @param ratio the estimate that kappa bounds
   * @param blocks of five minutes that it was measured on
   * @param controlRate bad rate of the control in these blocks; 0 when it was not kept
   */
  record Known(double kappa, double phi, double ratio, int blocks, double controlRate)
      implements Calibration {
    /**
     * While the control fares worse than in its history. What a region's own weather adds to chance
     * grows with the number of bad events: were a rate to wander by 30 %, ten bad events scatter by
     * 3 beside their own 3.2, a hundred by 30 beside 10. So phi - 1 grows as the control's rate
     * does; without this, mere weather stops healthy releases.
     *
     * @param rate the control's bad rate of late
     */
    Known inWeather(double rate) {
      double worse = controlRate > 0 ? Math.max(1, rate / controlRate) : 1;
      return new Known(kappa, 1 + (phi - 1) * worse, ratio, blocks, controlRate);
    }
  }

  /**
   * No control, or no history with it: the ceiling only.
   *
   * @param phi from the region's own history, or 1
   * @param why for people
   */
  record Unknown(double phi, String why) implements Calibration {}
}
