package dev.meridian.worker.frozen;

import dev.meridian.document.Reading;
import dev.meridian.ledger.Documents;
import dev.meridian.ledger.Documents.Document;
import dev.meridian.ledger.plan.PlanMaterial;
import dev.meridian.ledger.plan.Plans;
import dev.meridian.region.CatalogReader;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.change.CatalogueChange;
import dev.meridian.region.change.RunningPlan;
import dev.meridian.region.plan.Plan;
import dev.meridian.release.ReleaseEvent.CatalogueChanged;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.decision.CatalogueDecision;
import dev.meridian.release.decision.CatalogueDecision.Compared;
import dev.meridian.service.ServiceReader;
import java.util.Optional;

/**
 * The documents as they stand now, beside those that a release froze. Every method throws {@link
 * dev.meridian.ledger.LedgerUnreachableException} when the database does not answer.
 */
public final class DocumentsNow {
  private final Documents documents;
  private final FrozenReleases releases;
  private final Plans plans;
  private final PlanMaterial material;

  public DocumentsNow(
      Documents documents, FrozenReleases releases, Plans plans, PlanMaterial material) {
    this.documents = documents;
    this.releases = releases;
    this.plans = plans;
    this.material = material;
  }

  /**
   * What is to be recorded before the next wave; empty when nothing is new. A catalogue that cannot
   * be read is none to follow.
   *
   * @param state of the release, no wave of which is in flight
   */
  public Optional<CatalogueChanged> news(ReleaseId release, ReleaseState state) {
    Optional<Document> catalog = documents.current(Documents.CATALOG, Documents.THE_CATALOG);
    Optional<Document> service = documents.current(Documents.SERVICE, state.service().value());
    if (catalog.isEmpty() || service.isEmpty() || known(release, catalog.get(), service.get())) {
      return Optional.empty();
    }
    return switch (CatalogReader.read(catalog.get().tree())) {
      case Reading.Invalid<RegionCatalog> _ -> Optional.empty();
      case Reading.Valid<RegionCatalog>(RegionCatalog regions) -> {
        CatalogueChange change =
            CatalogueChange.of(
                running(release, state),
                regions,
                ServiceReader.presences(service.get().tree(), regions));
        yield CatalogueDecision.isNews(state, change)
            ? Optional.of(
                CatalogueDecision.record(
                    state, change, compared(change, catalog.get(), service.get())))
            : Optional.empty();
      }
    };
  }

  /** Whether just these were compared before, or frozen. */
  private boolean known(ReleaseId release, Document catalog, Document service) {
    return plans.changes(release).stream()
        .findFirst()
        .map(change ->
            change.catalogVersion() == catalog.version()
                && change.serviceVersion() == service.version())
        .orElseGet(() -> {
          FrozenRelease frozen = releases.of(release);
          return frozen.row().catalogVersion() == catalog.version()
              && frozen.row().serviceVersion() == service.version();
        });
  }

  private RunningPlan running(ReleaseId release, ReleaseState state) {
    FrozenRelease frozen = releases.of(release);
    Plan plan = plans.revised(release).orElse(frozen.plan());
    return new RunningPlan(
        material.request(frozen.catalog(), frozen.service(), frozen.row().startedAt()),
        frozen.plan(),
        plan,
        state.wave());
  }

  private Compared compared(CatalogueChange change, Document catalog, Document service) {
    return new Compared(
        catalog.version(), service.version(), change.replanned() ? plans.keep(change.plan()) : "");
  }
}
