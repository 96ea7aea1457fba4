package dev.meridian.region;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Readings;
import dev.meridian.region.plan.PlanPolicy;
import dev.meridian.region.plan.PlanPolicyReader;
import dev.meridian.region.plan.PlanRequest;
import java.util.List;

/** The thirty-one regions in {@code docs/examples/worldwide}. */
public final class WorldwideDocuments {
  private WorldwideDocuments() {}

  public static RegionCatalog catalog() {
    return Readings.valid(CatalogReader.read(ExampleDocuments.tree("worldwide/catalog.yaml")));
  }

  public static PlanRequest request() {
    RegionCatalog catalog = catalog();
    DocumentReader service =
        DocumentReader.of(ExampleDocuments.tree("worldwide/catalog-search.yaml"));
    service.leaveRestAlone();
    List<Presence> presences =
        Readings.valid(
            service.reading(new PresenceReader(catalog).readAll(service.required("presences"))));
    return new PlanRequest(catalog, presences, policy(catalog), List.of());
  }

  private static PlanPolicy policy(RegionCatalog catalog) {
    DocumentReader service =
        DocumentReader.of(ExampleDocuments.tree("worldwide/catalog-search.yaml"));
    service.leaveRestAlone();
    return Readings.valid(
        service.reading(
            service
                .required("policy")
                .object(reader -> {
                  reader.leaveRestAlone();
                  return new PlanPolicyReader(catalog).read(reader);
                })));
  }
}
