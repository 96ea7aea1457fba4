package dev.meridian.sandbox.world;

import dev.meridian.region.RegionCode;
import java.time.Instant;
import java.util.List;

/** Which revisions serve in a region at an instant: what the clusters know and traffic follows. */
public interface RunningPods {
  /**
   * Ready pods of one revision.
   *
   * @param image {@code repository@digest}, without registry host
   * @param label value of the pod label {@code revision}, or {@code ""}
   * @param ready how many pods are ready
   * @param since when its first pod became ready, this time round
   */
  record Running(String image, String label, int ready, Instant since) {}

  /** Past or present; a pure function of the journal. Empty when nothing is ready. */
  List<Running> at(RegionCode region, Instant when);

  /** Instants after {@code from} and up to {@code to} at which the answer changes, ascending. */
  List<Instant> changes(RegionCode region, Instant from, Instant to);
}
