package dev.meridian.release.admission;

import dev.meridian.region.RegionCode;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.admission.LiveWorld.Running;
import dev.meridian.service.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One of the revisions that would live in the world, and where.
 *
 * @param revision empty for whatever runs where no release has brought anything yet: it counts as
 *     one
 * @param by a release that brought it, or would
 * @param regions that run it, sorted; none for one that is only wanted
 */
public record LiveRevision(
    Optional<RevisionId> revision, Optional<ReleaseId> by, List<RegionCode> regions) {
  private static final int NAMED = 3;

  public LiveRevision {
    regions = List.copyOf(regions);
  }

  /**
   * All that would live if the wish came true, in the order of their hashes. Only regions that it
   * would go to count: the service has left the others.
   */
  static List<LiveRevision> of(Wish wish, LiveWorld world) {
    SortedMap<String, LiveRevision> byHash = new TreeMap<>();
    byHash.put(wish.revision().hash(), only(wish.revision(), wish.id()));
    List<RegionCode> untold = new ArrayList<>();
    for (RegionCode region : wish.regions()) {
      Running running = world.running().get(region);
      if (running == null) {
        untold.add(region);
      } else {
        byHash.merge(running.revision().hash(), at(region, running), LiveRevision::and);
      }
    }
    List<LiveRevision> live = new ArrayList<>(byHash.values());
    if (!untold.isEmpty()) {
      live.add(new LiveRevision(Optional.empty(), Optional.empty(), untold));
    }
    return List.copyOf(live);
  }

  private static LiveRevision only(RevisionId revision, ReleaseId by) {
    return new LiveRevision(Optional.of(revision), Optional.of(by), List.of());
  }

  private static LiveRevision at(RegionCode region, Running running) {
    return new LiveRevision(
        Optional.of(running.revision()), Optional.of(running.by()), List.of(region));
  }

  private LiveRevision and(LiveRevision other) {
    List<RegionCode> all = new ArrayList<>(regions);
    all.addAll(other.regions);
    return new LiveRevision(revision, other.by, all);
  }

  /** {@code 0123456789ab in r1, r2, r3 and 9 more}. */
  @Override
  public String toString() {
    String name = revision.map(RevisionId::label).orElse("what was there before any release");
    if (regions.isEmpty()) {
      return name;
    }
    String first = String.join(", ", regions.stream().limit(NAMED).map(RegionCode::value).toList());
    int more = regions.size() - NAMED;
    return name + " in " + first + (more > 0 ? " and " + more + " more" : "");
  }
}
