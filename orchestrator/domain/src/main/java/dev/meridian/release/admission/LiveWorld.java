package dev.meridian.release.admission;

import dev.meridian.region.RegionCode;
import dev.meridian.release.ReleaseId;
import dev.meridian.service.RevisionId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a service has in the world now.
 *
 * @param running the revision that each region serves
 * @param active releases that have started and not ended, oldest first: more than one only where
 *     they overlap
 * @param waiting the one that waits for them
 */
public record LiveWorld(
    SortedMap<RegionCode, RevisionId> running, List<Active> active, Optional<ReleaseId> waiting) {
  /**
   * @param release its id
   * @param revision that it brings
   * @param inProduction whether every canary of it has passed
   */
  public record Active(ReleaseId release, RevisionId revision, boolean inProduction) {}

  public LiveWorld {
    running = Collections.unmodifiableSortedMap(new TreeMap<>(running));
    active = List.copyOf(active);
  }
}
