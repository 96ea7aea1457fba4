package dev.meridian.worker.frozen;

import dev.meridian.document.Reading;
import dev.meridian.failure.FailureCode;
import dev.meridian.ledger.Documents;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.plan.Plans;
import dev.meridian.region.CatalogReader;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.plan.Plan;
import dev.meridian.release.ReleaseId;
import dev.meridian.service.Revision;
import dev.meridian.service.ServiceReader;
import dev.meridian.service.ServiceSpec;
import dev.meridian.worker.ActivityFailures;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Reads what releases froze, each once. */
public final class FrozenReleases {
  private final Documents documents;
  private final Releases releases;
  private final Plans plans;
  private final Map<ReleaseId, FrozenRelease> known = new ConcurrentHashMap<>();

  public FrozenReleases(Documents documents, Releases releases, Plans plans) {
    this.documents = documents;
    this.releases = releases;
    this.plans = plans;
  }

  /**
   * @throws io.temporal.failure.ApplicationFailure INVALID_SPEC when a frozen document cannot be
   *     read any more
   * @throws dev.meridian.ledger.LedgerUnreachableException when the database is away
   */
  public FrozenRelease of(ReleaseId release) {
    return known.computeIfAbsent(release, this::read);
  }

  private FrozenRelease read(ReleaseId id) {
    Releases.ReleaseRow row =
        releases.find(id).orElseThrow(() -> invalid("there is no release " + id));
    RegionCatalog catalog =
        valid(
            CatalogReader.read(
                tree(Documents.CATALOG, Documents.THE_CATALOG, row.catalogVersion())));
    ServiceSpec service =
        valid(
            ServiceReader.read(
                tree(Documents.SERVICE, row.service().value(), row.serviceVersion()), catalog));
    Revision revision =
        new Revision(row.image(), service.template(), new TreeMap<>(row.parameters()));
    Plan plan = plans.accepted(id).orElseThrow(() -> invalid("release " + id + " has no plan"));
    return new FrozenRelease(row, catalog, service, revision, plan);
  }

  private Map<String, Object> tree(String kind, String name, int version) {
    return documents
        .version(kind, name, version)
        .orElseThrow(() -> invalid("there is no version " + version + " of " + kind + " " + name))
        .tree();
  }

  private static <T> T valid(Reading<T> reading) {
    return switch (reading) {
      case Reading.Valid<T> valid -> valid.value();
      case Reading.Invalid<T> invalid ->
          throw invalid("a frozen document cannot be read any more: " + invalid.problems());
    };
  }

  private static RuntimeException invalid(String sentence) {
    return ActivityFailures.of(FailureCode.INVALID_SPEC, sentence);
  }
}
