package dev.meridian.release.admission;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.release.Neighbours;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseState;
import dev.meridian.service.Overlap;
import dev.meridian.service.RevisionId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a service has in the world now.
 *
 * @param running what releases brought to each region and did not take back; a region that no
 *     release ever changed is left out
 * @param active releases that have started and not ended, oldest first: two where they overlap
 * @param waiting the one that waits for them
 */
public record LiveWorld(
    SortedMap<RegionCode, Running> running, List<Active> active, Optional<ReleaseId> waiting) {
  /**
   * @param revision that a region runs
   * @param by the release that brought it there
   */
  public record Running(RevisionId revision, ReleaseId by) {}

  /**
   * @param release its id
   * @param regions that it goes to, sorted
   * @param free those of them that the next release may use meanwhile, sorted
   */
  public record Active(ReleaseId release, List<RegionCode> regions, List<RegionCode> free) {
    public Active {
      regions = List.copyOf(regions);
      free = List.copyOf(free);
    }

    /** As far as it is. */
    public static Active of(ReleaseId release, ReleaseState state) {
      List<RegionCode> regions =
          state.schedule().stream().map(PlannedRegion::region).sorted().toList();
      return new Active(release, regions, free(state));
    }

    /**
     * Staging and canary once all of them have passed, while nothing speaks against the release.
     */
    private static List<RegionCode> free(ReleaseState state) {
      boolean well =
          state.outcome().isEmpty()
              && state.recovery().isEmpty()
              && state.wish() == ReleaseState.EndWish.NONE
              && state.paused().isEmpty()
              && state.regions().stream().allMatch(Active::well);
      List<RegionCode> first =
          state.schedule().stream()
              .filter(planned -> planned.role() != Role.PRODUCTION)
              .map(PlannedRegion::region)
              .sorted()
              .toList();
      return well
              && state.overlap() == Overlap.CANARY
              && state.neighbours().equals(Neighbours.NONE)
              && first.stream().allMatch(region -> state.region(region).passed())
          ? first
          : List.of();
    }

    /** Not begun, on its way without harm, or passed. */
    private static boolean well(RegionProgress progress) {
      return progress.end().isEmpty() ? !progress.harmed() : progress.passed();
    }

    /** Whether a wish would find nothing of this release in its first regions but what stays. */
    boolean letsFollow(Wish wish) {
      return !shared(wish).isEmpty() && free.containsAll(shared(wish));
    }

    /** Staging and canary of the wish, as far as this release goes there too. */
    List<RegionCode> shared(Wish wish) {
      return wish.first().stream().filter(regions::contains).toList();
    }
  }

  public LiveWorld {
    running = Collections.unmodifiableSortedMap(new TreeMap<>(running));
    active = List.copyOf(active);
  }
}
