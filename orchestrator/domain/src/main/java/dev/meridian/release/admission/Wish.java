package dev.meridian.release.admission;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.ReleaseEvent.ReleaseStarted;
import dev.meridian.release.ReleaseId;
import dev.meridian.service.RevisionId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A release that somebody wants.
 *
 * @param id its own
 * @param revision that it brings
 * @param regions that it would bring it to
 * @param first those of them that are staging or canary
 */
public record Wish(
    ReleaseId id, RevisionId revision, SortedSet<RegionCode> regions, SortedSet<RegionCode> first) {
  public Wish {
    regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
    first = Collections.unmodifiableSortedSet(new TreeSet<>(first));
  }

  /** The wish that a release would be the answer to. */
  public static Wish of(ReleaseId id, ReleaseStarted started) {
    return new Wish(
        id,
        started.contender(),
        regions(started, _ -> true),
        regions(started, planned -> planned.role() != Role.PRODUCTION));
  }

  private static SortedSet<RegionCode> regions(
      ReleaseStarted started, Predicate<PlannedRegion> which) {
    return started.schedule().stream()
        .filter(which)
        .map(PlannedRegion::region)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
