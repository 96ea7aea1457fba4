package dev.meridian.simulation;

import dev.meridian.gate.bake.Standing;
import dev.meridian.region.RegionCode;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseState;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether regions may serve as control of another, as the ledger says. */
final class Standings {
  private final Map<RegionCode, SortedMap<RegionCode, Standing>> known = new TreeMap<>();
  private final ReleaseState state;

  Standings(ReleaseState state) {
    this.state = state;
  }

  /** Of the other regions with users. */
  SortedMap<RegionCode, Standing> beside(RegionCode region) {
    return known.computeIfAbsent(region, this::others);
  }

  private SortedMap<RegionCode, Standing> others(RegionCode region) {
    SortedMap<RegionCode, Standing> others = new TreeMap<>();
    for (PlannedRegion planned : state.schedule()) {
      if (planned.role().hasUsers() && !planned.region().equals(region)) {
        others.put(planned.region(), standing(state.region(planned.region())));
      }
    }
    return others;
  }

  private Standing standing(RegionProgress progress) {
    if (state.receives(progress.region())) {
      return Standing.UNSUITABLE;
    }
    if (progress.attempt() == 0) {
      return Standing.UNTOUCHED;
    }
    return progress.passed() && progress.touched() ? Standing.PASSED : Standing.UNSUITABLE;
  }
}
