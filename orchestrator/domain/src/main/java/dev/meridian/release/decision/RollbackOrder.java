package dev.meridian.release.decision;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import dev.meridian.release.Milestone;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseState;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Which regions are restored next. Example: Seoul is harmed; Montréal, Cape Town and Dubai had
 * passed. First Seoul; then Dubai alone, newest, as proof that a restore leaves a healthy region
 * healthy; then Cape Town and Montréal together if both carry at most a third of the traffic. A
 * region that receives evacuated traffic comes last of all: a restore takes pods from it just when
 * it carries more than its own. By then the drain is over: an evacuation is recorded when it was
 * seen. Where a younger release stands on top, nothing is restored before it has left.
 */
final class RollbackOrder {
  private RollbackOrder() {}

  /** The next batch; empty when nothing can be restored now. */
  static List<RegionCode> next(ReleaseState state) {
    List<RegionProgress> waiting =
        state.regions().stream()
            .filter(RegionProgress::touched)
            .filter(progress -> !progress.has(Milestone.OWED))
            .filter(progress -> !RecoveryDecision.unreachable(progress))
            .filter(progress -> !state.neighbours().shared(progress.region()))
            .toList();
    List<RegionProgress> harmed = waiting.stream().filter(RegionProgress::harmed).toList();
    if (!harmed.isEmpty()) {
      return ReleaseDecision.codes(harmed);
    }
    List<RegionProgress> free =
        waiting.stream().filter(progress -> !state.receives(progress.region())).toList();
    List<RegionCode> newestFirst =
        ReleaseDecision.codes((free.isEmpty() ? waiting : free).reversed());
    return proven(state) || waiting.size() < 2
        ? withinShare(state, newestFirst)
        : newestFirst.subList(0, 1);
  }

  /** For people: what the batch is. */
  static String reason(ReleaseState state, List<RegionCode> batch) {
    if (state.region(batch.getFirst()).harmed()) {
      return "harmed regions first";
    }
    if (state.receives(batch.getFirst())) {
      return "last, because it carries evacuated traffic";
    }
    return proven(state) ? "the rest, newest first" : "one healthy region first, as proof";
  }

  private static boolean proven(ReleaseState state) {
    return state.regions().stream()
        .anyMatch(progress -> progress.has(Milestone.RESTORED) && !progress.harmed());
  }

  /** The first always goes; others while the share holds and their failure domain is still free. */
  private static List<RegionCode> withinShare(ReleaseState state, List<RegionCode> order) {
    List<RegionCode> batch = new ArrayList<>();
    TreeSet<String> domains = new TreeSet<>();
    Share moving = Share.NONE;
    for (RegionCode region : order) {
      PlannedRegion planned = state.planned(region);
      boolean fits = moving.plus(planned.traffic()).compareTo(state.restoreShare()) <= 0;
      if ((batch.isEmpty() || fits) && domains.add(planned.failureDomain())) {
        batch.add(region);
        moving = moving.plus(planned.traffic());
      }
    }
    return List.copyOf(batch);
  }
}
