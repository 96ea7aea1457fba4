package dev.meridian.sandbox.world;

import dev.meridian.region.RegionCode;
import java.time.Instant;
import java.util.List;

/** What befalls the world, past and present; a pure function of the journal. */
public interface Faults {
  /** Whether a fault of this kind is active in the region (or everywhere) at the instant. */
  boolean active(Fault.Kind kind, RegionCode region, Instant when);

  /** All, in order of beginning. */
  List<Fault> all();
}
