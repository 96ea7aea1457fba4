package dev.meridian.api.plan;

import dev.meridian.api.document.Descriptions;
import dev.meridian.api.document.Versioned;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.document.Problem;
import dev.meridian.gate.GateSpec;
import dev.meridian.ledger.knowledge.Incidents;
import dev.meridian.ledger.knowledge.RecordedIncident;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.ServiceName;
import dev.meridian.region.incident.Incident;
import dev.meridian.region.plan.EvidenceOfHealth;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.PlanRequest;
import dev.meridian.region.plan.WavePlanner;
import dev.meridian.service.Revision;
import dev.meridian.service.ServiceSpec;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plans from the documents that stand now and from what is on record. */
@Singleton
public final class Planning {
  private final Descriptions descriptions;
  private final Incidents incidents;
  private final PastReleases past;

  Planning(Descriptions descriptions, Incidents incidents, PastReleases past) {
    this.descriptions = descriptions;
    this.incidents = incidents;
    this.past = past;
  }

  /**
   * @throws ProblemException when the service is unknown, the request does not fit it, or the
   *     documents do not fit together
   */
  public PlannedRelease plan(WantedRevision wanted) {
    Versioned<RegionCatalog> catalog = descriptions.catalog();
    Versioned<ServiceSpec> service = descriptions.service(wanted.service(), catalog.content());
    ServiceSpec spec = service.content();
    List<Problem> problems = wanted.problems(spec);
    if (!problems.isEmpty()) {
      throw ProblemException.invalidRequest(problems);
    }
    Revision revision =
        new Revision(wanted.image().orElse(spec.image()), spec.template(), wanted.parameters());
    Plan plan =
        WavePlanner.plan(
            new PlanRequest(
                catalog.content(),
                spec.presences(),
                spec.plan(),
                incidents(spec.name()),
                evidence(spec),
                past.of(spec.name())));
    return new PlannedRelease(catalog, service, revision, plan);
  }

  private List<Incident> incidents(ServiceName service) {
    return incidents.list(service, Optional.empty(), Integer.MAX_VALUE).stream()
        .map(RecordedIncident::incident)
        .toList();
  }

  /** The lowest ceiling asks for the most requests, and every critical gate needs its evidence. */
  private static EvidenceOfHealth evidence(ServiceSpec spec) {
    return spec.gates().stream()
        .filter(GateSpec::critical)
        .filter(GateSpec.Ratio.class::isInstance)
        .map(gate -> ((GateSpec.Ratio) gate).ceiling().fraction())
        .min(Comparator.naturalOrder())
        .map(EvidenceOfHealth::new)
        .orElse(EvidenceOfHealth.ONE_PERCENT);
  }
}
