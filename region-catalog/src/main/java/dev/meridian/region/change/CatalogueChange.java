package dev.meridian.region.change;

import dev.meridian.region.Presence;
import dev.meridian.region.Region;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.RegionCode;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.Wave;
import dev.meridian.region.plan.WavePlanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What becomes of a running release because the documents changed under it. A pure function: asked
 * twice, it says the same, also when the first answer has been followed.
 *
 * @param regions that something becomes of, sorted by code
 * @param plan that holds from now on; waves that have begun are the same as before
 * @param replanned whether waves that have not begun changed: the plan revision is raised, and
 *     their approvals are void
 */
public record CatalogueChange(List<RegionChange> regions, Plan plan, boolean replanned) {
  public CatalogueChange {
    regions = List.copyOf(regions);
  }

  /**
   * @param running the release's plan
   * @param catalog as it is now
   * @param presences of the service as they are now
   */
  public static CatalogueChange of(
      RunningPlan running, RegionCatalog catalog, List<Presence> presences) {
    SortedMap<RegionCode, Described> now = described(catalog, presences);
    SortedMap<RegionCode, Described> frozen =
        described(running.frozen().catalog(), running.frozen().presences());
    TreeSet<RegionCode> codes = new TreeSet<>(now.keySet());
    codes.addAll(running.accepted().regions());
    List<RegionChange> changes = new ArrayList<>();
    for (RegionCode code : codes) {
      change(code, running, new Sides(frozen, now)).ifPresent(changes::add);
    }
    return replan(running, changes);
  }

  /** The documents as they were frozen, and as they are. */
  private record Sides(
      SortedMap<RegionCode, Described> frozen, SortedMap<RegionCode, Described> now) {}

  private static SortedMap<RegionCode, Described> described(
      RegionCatalog catalog, List<Presence> presences) {
    SortedMap<RegionCode, Described> described = new TreeMap<>();
    for (Presence presence : presences) {
      Optional<Region> region = catalog.find(presence.region());
      region.ifPresent(it -> described.put(it.code(), new Described(it, presence)));
    }
    return described;
  }

  private static Optional<RegionChange> change(RegionCode code, RunningPlan running, Sides sides) {
    Described now = sides.now().get(code);
    Described frozen = sides.frozen().get(code);
    if (now == null) {
      return Optional.of(left(code, running));
    }
    if (frozen == null || running.plan().waveOf(code).isEmpty()) {
      return Optional.of(new RegionChange.WaitsForNext(code));
    }
    List<String> fields = frozen.differences(now);
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(new RegionChange.GoesOnAsFrozen(code, fields, frozen.lawNarrowed(now)));
  }

  private static RegionChange left(RegionCode code, RunningPlan running) {
    return running
        .plan()
        .waveOf(code)
        .map(Wave::number)
        .filter(number -> number <= running.begun())
        .<RegionChange>map(number -> new RegionChange.StaysWatched(code, number))
        .orElseGet(() -> new RegionChange.Skipped(code, running.acceptedWave(code)));
  }

  private static CatalogueChange replan(RunningPlan running, List<RegionChange> changes) {
    List<RegionCode> left =
        changes.stream()
            .filter(RegionChange.Skipped.class::isInstance)
            .map(RegionChange::region)
            .toList();
    if (left.stream().noneMatch(running.plan().regions()::contains)) {
      return new CatalogueChange(changes, running.plan(), false);
    }
    List<RegionCode> absent = new ArrayList<>(running.skipped());
    absent.addAll(left);
    Plan plan = WavePlanner.replan(running.frozen(), running.wavesBegun(), absent);
    return new CatalogueChange(changes, plan, true);
  }
}
