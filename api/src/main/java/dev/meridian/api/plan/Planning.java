package dev.meridian.api.plan;

import dev.meridian.api.document.Descriptions;
import dev.meridian.api.document.Versioned;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.document.Problem;
import dev.meridian.ledger.plan.PlanMaterial;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.WavePlanner;
import dev.meridian.service.Revision;
import dev.meridian.service.ServiceSpec;
import jakarta.inject.Singleton;
import java.util.List;

/** Plans from the documents that stand now and from what is on record. */
@Singleton
public final class Planning {
  private final Descriptions descriptions;
  private final PlanMaterial material;

  Planning(Descriptions descriptions, PlanMaterial material) {
    this.descriptions = descriptions;
    this.material = material;
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
    Plan plan = WavePlanner.plan(material.request(catalog.content(), spec));
    return new PlannedRelease(catalog, service, revision, plan);
  }
}
