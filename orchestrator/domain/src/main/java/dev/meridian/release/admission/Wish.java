package dev.meridian.release.admission;

import dev.meridian.region.RegionCode;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.ReleaseEvent.ReleaseStarted;
import dev.meridian.release.ReleaseId;
import dev.meridian.service.RevisionId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A release that somebody wants.
 *
 * @param id its own
 * @param revision that it brings
 * @param regions that it would bring it to
 */
public record Wish(ReleaseId id, RevisionId revision, SortedSet<RegionCode> regions) {
  public Wish {
    regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
  }

  /** The wish that a release would be the answer to. */
  public static Wish of(ReleaseId id, ReleaseStarted started) {
    return new Wish(
        id,
        started.contender(),
        started.schedule().stream()
            .map(PlannedRegion::region)
            .collect(Collectors.toCollection(TreeSet::new)));
  }
}
