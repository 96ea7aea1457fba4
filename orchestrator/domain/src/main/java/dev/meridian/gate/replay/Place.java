package dev.meridian.gate.replay;

import dev.meridian.region.RegionCode;
import java.time.Duration;
import java.util.List;

/**
 * Where a release would be judged, as its plan has it.
 *
 * @param region with users
 * @param together the regions that are judged as one with it, itself among them
 * @param control that it would have; may be empty
 * @param bake how long it would bake
 */
public record Place(
    RegionCode region, List<RegionCode> together, List<RegionCode> control, Duration bake) {
  public Place {
    together = List.copyOf(together);
    control = List.copyOf(control);
  }
}
