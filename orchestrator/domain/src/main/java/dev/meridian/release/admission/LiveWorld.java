package dev.meridian.release.admission;

import dev.meridian.region.RegionCode;
import dev.meridian.release.ReleaseId;
import dev.meridian.service.RevisionId;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a service has in the world now.
 *
 * @param running what releases brought to each region and did not take back; a region that no
 *     release ever changed is left out
 * @param active the release that has started and not ended
 * @param waiting the one that waits for it
 */
public record LiveWorld(
    SortedMap<RegionCode, Running> running, Optional<Active> active, Optional<ReleaseId> waiting) {
  /**
   * @param revision that a region runs
   * @param by the release that brought it there
   */
  public record Running(RevisionId revision, ReleaseId by) {}

  /**
   * @param release its id
   * @param revision that it brings
   */
  public record Active(ReleaseId release, RevisionId revision) {}

  public LiveWorld {
    running = Collections.unmodifiableSortedMap(new TreeMap<>(running));
  }
}
