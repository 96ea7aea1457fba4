package dev.meridian.ledger.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.Ledger;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.json.CanonicalJson;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.ledger.json.ReleaseEventJson;
import dev.meridian.region.plan.Plan;
import dev.meridian.release.PlanRevision;
import dev.meridian.release.ReleaseEvent.CatalogueChanged;
import dev.meridian.release.ReleaseId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The plans of a release: the one that it began with, and the one that stands since regions have
 * left. Every method throws {@link dev.meridian.ledger.LedgerUnreachableException} when the
 * database does not answer.
 */
@Singleton
public final class Plans {
  private static final String KIND = "plan";
  private static final ObjectMapper JSON = MeridianJson.mapper();

  private final Releases releases;
  private final Ledger ledger;
  private final Artifacts artifacts;

  public Plans(Releases releases, Ledger ledger, Artifacts artifacts) {
    this.releases = releases;
    this.ledger = ledger;
    this.artifacts = artifacts;
  }

  /** The plan that a release began with; empty when there is no such release. */
  public Optional<Plan> accepted(ReleaseId release) {
    return releases.plan(release).map(tree -> JSON.convertValue(tree, Plan.class));
  }

  /**
   * The plan of its newest revision, if it was ever planned again.
   *
   * @throws IllegalStateException when the ledger names a plan that is not stored
   */
  public Optional<Plan> revised(ReleaseId release) {
    return changes(release).stream()
        .flatMap(change -> change.revised().stream())
        .findFirst()
        .map(this::stored);
  }

  /** The plan that it follows. */
  public Optional<Plan> standing(ReleaseId release) {
    return revised(release).or(() -> accepted(release));
  }

  /** What was recorded of documents that changed under a release, newest first. */
  public List<CatalogueChanged> changes(ReleaseId release) {
    return ledger
        .newest(
            new Ledger.Kind(
                Subject.release(release), ReleaseEventJson.kind(CatalogueChanged.class)),
            Long.MAX_VALUE,
            Integer.MAX_VALUE)
        .stream()
        .flatMap(Plans::change)
        .toList();
  }

  /** Keeps a plan; the answer is the SHA-256 under which a {@link PlanRevision} names it. */
  public String keep(Plan plan) {
    return artifacts.store(KIND, CanonicalJson.of(MeridianJson.tree(plan)));
  }

  private static Stream<CatalogueChanged> change(LedgerEntry entry) {
    return ReleaseEventJson.read(entry.payload()) instanceof CatalogueChanged change
        ? Stream.of(change)
        : Stream.empty();
  }

  private Plan stored(PlanRevision revision) {
    return artifacts
        .load(revision.plan())
        .map(text -> MeridianJson.read(text, Plan.class))
        .orElseThrow(() -> new IllegalStateException("plan " + revision.plan() + " is not stored"));
  }
}
