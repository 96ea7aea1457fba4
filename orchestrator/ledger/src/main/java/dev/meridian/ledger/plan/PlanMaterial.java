package dev.meridian.ledger.plan;

import dev.meridian.gate.GateSpec;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.knowledge.Incidents;
import dev.meridian.ledger.knowledge.RecordedIncident;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.ServiceName;
import dev.meridian.region.incident.Incident;
import dev.meridian.region.plan.EvidenceOfHealth;
import dev.meridian.region.plan.PlanRequest;
import dev.meridian.service.ServiceSpec;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a plan is made from: documents, and what is on record of the service. Every method throws
 * {@link dev.meridian.ledger.LedgerUnreachableException} when the database does not answer.
 */
@Singleton
public final class PlanMaterial {
  private final Incidents incidents;
  private final PastReleases past;

  public PlanMaterial(Incidents incidents, Releases releases, Plans plans) {
    this.incidents = incidents;
    this.past = new PastReleases(releases, plans);
  }

  /** With everything that is known. */
  public PlanRequest request(RegionCatalog catalog, ServiceSpec service) {
    return request(catalog, service, Instant.MAX);
  }

  /**
   * As it was asked at an instant: with the same documents the same again, so that a release that
   * is planned again keeps its bakes.
   *
   * @param asOf what was recorded later is left out
   */
  public PlanRequest request(RegionCatalog catalog, ServiceSpec service, Instant asOf) {
    return new PlanRequest(
        catalog,
        service.presences(),
        service.plan(),
        incidents(service.name(), asOf),
        evidence(service),
        past.of(service.name(), asOf));
  }

  private List<Incident> incidents(ServiceName service, Instant asOf) {
    return incidents.list(service, Optional.empty(), Integer.MAX_VALUE).stream()
        .filter(recorded -> !recorded.at().isAfter(asOf))
        .map(RecordedIncident::incident)
        .toList();
  }

  /** The lowest ceiling asks for the most requests, and every critical gate needs its evidence. */
  private static EvidenceOfHealth evidence(ServiceSpec service) {
    return service.gates().stream()
        .filter(GateSpec::critical)
        .filter(GateSpec.Ratio.class::isInstance)
        .map(gate -> ((GateSpec.Ratio) gate).ceiling().fraction())
        .min(Comparator.naturalOrder())
        .map(EvidenceOfHealth::new)
        .orElse(EvidenceOfHealth.ONE_PERCENT);
  }
}
