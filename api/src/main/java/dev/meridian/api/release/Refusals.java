package dev.meridian.api.release;

import dev.meridian.api.problem.ProblemException;
import dev.meridian.api.problem.ProblemType;
import dev.meridian.ledger.Releases.BadMark;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.Releases.Started;
import dev.meridian.region.RegionCode;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.admission.LiveRevision;
import java.util.List;
import java.util.Locale;

/** Why a release was not started, and the ways out. */
final class Refusals {
  private Refusals() {}

  static ProblemException of(Started.Refused refused) {
    return switch (refused) {
      case Started.KeyReused(String used) -> keyReused(used);
      case Started.Busy(ReleaseRow active) -> busy(active);
      case Started.TooManyRevisions(List<LiveRevision> live, String reason) ->
          tooMany(live, reason);
      case Started.Owed(ReleaseId by, List<RegionCode> regions) -> owed(by, regions);
      case Started.MarkedBad(BadMark mark) -> markedBad(mark);
    };
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
            "Release %s of %s is %s since %s: wait for it, or POST %s."
                .formatted(
                    active.id(),
                    active.service(),
                    active.phase().name().toLowerCase(Locale.ROOT),
                    active.startedAt(),
                    active.place().behind().isPresent()
                        ? address + "/abort"
                        : address + "/stop or " + address + "/abort"))
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
