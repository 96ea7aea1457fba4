package dev.meridian.worker.frozen;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.document.Reading;
import dev.meridian.failure.FailureCode;
import dev.meridian.ledger.Documents;
import dev.meridian.ledger.LedgerUnreachableException;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.region.CatalogReader;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.plan.Plan;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.ReleaseId;
import dev.meridian.service.Revision;
import dev.meridian.service.ServiceReader;
import dev.meridian.service.ServiceSpec;
import dev.meridian.worker.ActivityFailures;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Reads what a release froze once, and keeps it: frozen documents do not change. */
public final class LedgerFrozenRollouts implements FrozenRollouts {
  private static final ObjectMapper JSON = MeridianJson.mapper();
  private static final TypeReference<Plan> PLAN = new TypeReference<>() {};

  private record Frozen(RegionCatalog catalog, ServiceSpec service, Revision revision, Plan plan) {}

  private final Documents documents;
  private final Releases releases;
  private final Map<ReleaseId, Frozen> known = new ConcurrentHashMap<>();

  public LedgerFrozenRollouts(Documents documents, Releases releases) {
    this.documents = documents;
    this.releases = releases;
  }

  @Override
  public FrozenRollout of(RegionAttempt rollout) {
    Frozen frozen = frozen(rollout.release());
    return new FrozenRollout(
        rollout,
        frozen.catalog(),
        frozen.service(),
        frozen.catalog().region(rollout.region()),
        frozen
            .service()
            .presence(rollout.region())
            .orElseThrow(() -> invalid("the service has no presence in " + rollout.region())),
        frozen.revision(),
        frozen.plan());
  }

  private Frozen frozen(ReleaseId release) {
    try {
      return known.computeIfAbsent(release, this::read);
    } catch (LedgerUnreachableException e) {
      throw ActivityFailures.of(FailureCode.LEDGER_UNREACHABLE, String.valueOf(e.getMessage()));
    }
  }

  private Frozen read(ReleaseId id) {
    Releases.ReleaseRow row =
        releases.find(id).orElseThrow(() -> invalid("there is no release " + id));
    RegionCatalog catalog =
        valid(CatalogReader.read(tree(Documents.CATALOG, Documents.CATALOG, row.catalogVersion())));
    ServiceSpec service =
        valid(
            ServiceReader.read(
                tree(Documents.SERVICE, row.service().value(), row.serviceVersion()), catalog));
    Revision revision =
        new Revision(row.image(), service.template(), new TreeMap<>(row.parameters()));
    Plan plan =
        JSON.convertValue(
            releases.plan(id).orElseThrow(() -> invalid("release " + id + " has no plan")), PLAN);
    return new Frozen(catalog, service, revision, plan);
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
