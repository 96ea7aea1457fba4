package dev.meridian.api.gate;

import dev.meridian.gate.bake.ControlSet;
import dev.meridian.gate.statistics.Calibration;
import dev.meridian.region.RegionCode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Whom a region was compared with at the end, and what history says of the two.
 *
 * @param regions none where the ceiling was all there was
 * @param kappa upper bound of the region's bad rate over the control's; null when not known
 * @param phi how far counts scatter beyond chance, 1 or more
 * @param blocks of five minutes that kappa and phi were measured on
 * @param missing why kappa is not known; null when it is
 */
@Schema(name = "TrialControl")
record ControlView(
    List<String> regions,
    Optional<Double> kappa,
    double phi,
    int blocks,
    Optional<String> missing) {
  static ControlView of(ControlSet control) {
    List<String> regions = control.members().stream().map(RegionCode::value).toList();
    return switch (control.calibration()) {
      case Calibration.Known known ->
          new ControlView(
              regions, Optional.of(known.kappa()), known.phi(), known.blocks(), Optional.empty());
      case Calibration.Unknown unknown ->
          new ControlView(regions, Optional.empty(), unknown.phi(), 0, Optional.of(unknown.why()));
    };
  }
}
