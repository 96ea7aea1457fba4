package dev.meridian.gate.sight;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.statistics.Calibration;
import dev.meridian.region.RegionCode;
import java.util.List;

/** Knows how regions usually do: from their history, or by assumption. */
public interface Baselines {
  /**
   * @param control that the region will have; may be empty
   */
  Baseline of(GateSpec.Ratio gate, RegionCode region, List<RegionCode> control);

  /**
   * Before any history was read: a tenth of the ceiling is bad, regions are alike (kappa 1) and
   * have no weather of their own (phi 1.2, what a day without weather gives). What is said of it is
   * what the gate could detect at best.
   */
  static Baselines assumed() {
    return (gate, region, control) ->
        new Baseline(
            gate.ceiling().fraction() / 10,
            control.isEmpty()
                ? new Calibration.Unknown(1.2, "fewer than two regions can be its control")
                : new Calibration.Known(1, 1.2, 1, 0, 0));
  }
}
