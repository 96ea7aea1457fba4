package dev.meridian.api.release;

import dev.meridian.api.Now;
import dev.meridian.api.engine.ReleaseEngine;
import dev.meridian.api.identity.Actor;
import dev.meridian.api.plan.PlannedRelease;
import dev.meridian.api.plan.Planning;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.api.problem.ProblemType;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.Releases.BadMark;
import dev.meridian.ledger.Releases.IdempotencyKey;
import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.Releases.Started;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.region.RegionCode;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.ReleaseEvent.ReleaseStarted;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.admission.LiveRevision;
import dev.meridian.service.ServiceSpec;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Starts releases: looks the key up, plans, claims the service in the ledger, tells the engine.
 * Once the claim is committed the release exists, whether or not the engine is there to hear of it.
 */
@Singleton
final class ReleaseStart {
  private final Planning planning;
  private final TrustedGates gates;
  private final Releases releases;
  private final ReleaseEngine engine;
  private final Now now;

  ReleaseStart(
      Planning planning, TrustedGates gates, Releases releases, ReleaseEngine engine, Now now) {
    this.planning = planning;
    this.gates = gates;
    this.releases = releases;
    this.engine = engine;
    this.now = now;
  }

  /**
   * @throws ProblemException when the request does not fit the documents, or the service is not
   *     free, or the revision is not welcome
   */
  ReleaseRow start(StartOrder order, Optional<IdempotencyKey> key, Actor actor) {
    Started answer =
        key.flatMap(known -> releases.answered(known, now.instant()))
            .orElseGet(() -> releases.start(planned(order, actor), key));
    return switch (answer) {
      case Started.Accepted(ReleaseRow row) -> {
        engine.start(row.id(), row.epoch());
        yield row;
      }
      case Started.Repeated(ReleaseRow row) -> row;
      case Started.KeyReused(String used) -> throw keyReused(used);
      case Started.Busy(ReleaseRow active) -> throw busy(active);
      case Started.TooManyRevisions(List<LiveRevision> live, String reason) ->
          throw tooMany(live, reason);
      case Started.Owed(ReleaseId by, List<RegionCode> regions) -> throw owed(by, regions);
      case Started.MarkedBad(BadMark mark) -> throw markedBad(mark);
    };
  }

  private NewRelease planned(StartOrder order, Actor actor) {
    PlannedRelease planned = planning.plan(order.wanted());
    gates.check(planned, order);
    return new NewRelease(
        ReleaseIds.next(System.currentTimeMillis()),
        started(planned, order, actor),
        order.wanted().parameters(),
        MeridianJson.tree(planned.plan()),
        now.instant());
  }

  private static ReleaseStarted started(PlannedRelease planned, StartOrder order, Actor actor) {
    ServiceSpec spec = planned.service().content();
    return new ReleaseStarted(
        spec.name(),
        planned.revision().id(),
        planned.revision().image(),
        planned.catalog().version(),
        planned.service().version(),
        PlannedRegion.of(planned.plan(), planned.catalog().content()),
        spec.release().restoreShare(),
        actor.name(),
        order.reason(),
        order.overrideGates());
  }

  private static ProblemException keyReused(String key) {
    return ProblemException.of(
        ProblemType.IDEMPOTENCY_KEY_REUSED,
        "The key \""
            + key
            + "\" was used with another body in the last 24 hours: send the first body again, or"
            + " use a new key.");
  }

  private static ProblemException busy(ReleaseRow active) {
    String address = "/api/v1/releases/" + active.id();
    return ProblemException.of(
            ProblemType.RELEASE_BUSY,
            "Release %s of %s is %s since %s: wait for it, or POST %s/stop or %s/abort."
                .formatted(
                    active.id(),
                    active.service(),
                    active.phase().name().toLowerCase(java.util.Locale.ROOT),
                    active.startedAt(),
                    address,
                    address))
        .with("active", ReleaseSummary.of(active));
  }

  private static ProblemException tooMany(List<LiveRevision> live, String reason) {
    return ProblemException.of(
            ProblemType.TOO_MANY_REVISIONS,
            "Nothing was started: "
                + reason
                + ". Bring the regions together first: start a release of a revision that is there"
                + " already, with the image and the parameters of the release that brought it (GET"
                + " /api/v1/releases/{id} of `by`).")
        .with("live", live);
  }

  private static ProblemException owed(ReleaseId by, List<RegionCode> regions) {
    return ProblemException.of(
            ProblemType.REGIONS_OWED,
            "Release %s still owes %s its restore: it follows by itself as soon as the region's cluster"
                    .formatted(
                        by, String.join(", ", regions.stream().map(RegionCode::value).toList()))
                + " answers again, and what stands in the way is told by GET /api/v1/releases/%s."
                    .formatted(by))
        .with("owedBy", by)
        .with("regions", regions);
  }

  private static ProblemException markedBad(BadMark mark) {
    return ProblemException.of(
            ProblemType.REVISION_MARKED_BAD,
            "Release %s was taken back from it (%s): bring another revision, or lift the mark with"
                    .formatted(mark.by(), mark.reason())
                + " DELETE /api/v1/services/%s/bad-versions/%s and a reason."
                    .formatted(mark.service(), mark.revision().hash()))
        .with("markedBy", mark.by());
  }
}
