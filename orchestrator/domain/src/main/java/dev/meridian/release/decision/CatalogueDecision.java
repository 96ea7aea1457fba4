package dev.meridian.release.decision;

import dev.meridian.region.change.CatalogueChange;
import dev.meridian.region.change.RegionChange;
import dev.meridian.region.plan.Plan;
import dev.meridian.release.PlanRevision;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.ReleaseEvent.CatalogueChanged;
import dev.meridian.release.ReleaseState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a release says, before a wave starts, of documents that have changed under it. It follows
 * the answer of {@link CatalogueChange}, and says nothing twice.
 */
public final class CatalogueDecision {
  private static final int MOST_SENTENCES = 5;

  private CatalogueDecision() {}

  /**
   * What the answer was made from, and where it is kept.
   *
   * @param catalogVersion that stands now
   * @param serviceVersion that stands now
   * @param plan SHA-256 under which the answer's plan is stored; not looked at where that is the
   *     plan that stands
   */
  public record Compared(int catalogVersion, int serviceVersion, String plan) {}

  /** Whether anything is to be recorded. */
  public static boolean isNews(ReleaseState state, CatalogueChange change) {
    return change.replanned() || !change.regions().equals(state.changes());
  }

  /** The record of what is new. */
  public static CatalogueChanged record(
      ReleaseState state, CatalogueChange change, Compared compared) {
    Optional<PlanRevision> revised =
        change.replanned()
            ? Optional.of(
                new PlanRevision(
                    state.planRevision() + 1, schedule(state, change.plan()), compared.plan()))
            : Optional.empty();
    return new CatalogueChanged(
        compared.catalogVersion(),
        compared.serviceVersion(),
        change.regions(),
        revised,
        reason(state, change));
  }

  /** Of a region only its wave can change: the rest stays as it was frozen. */
  private static List<PlannedRegion> schedule(ReleaseState state, Plan plan) {
    return plan.waves().stream()
        .flatMap(wave ->
            wave.placements().stream()
                .map(placement -> state.planned(placement.region()).in(wave.number())))
        .toList();
  }

  private static String reason(ReleaseState state, CatalogueChange change) {
    List<RegionChange> news =
        change.regions().stream().filter(each -> !state.changes().contains(each)).toList();
    if (news.isEmpty()) {
      return "what was said of a region does not hold any more";
    }
    String first =
        news.stream()
            .limit(MOST_SENTENCES)
            .map(RegionChange::sentence)
            .collect(Collectors.joining("; "));
    int more = news.size() - MOST_SENTENCES;
    return more > 0 ? first + "; and " + more + " more" : first;
  }
}
