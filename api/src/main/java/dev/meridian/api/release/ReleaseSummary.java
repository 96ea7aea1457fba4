package dev.meridian.api.release;

import dev.meridian.ledger.Releases.Phase;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * A release as lists show it.
 *
 * @param contender content hash of the revision that it brings
 * @param outcome once ended
 * @param recovery why it is, or was, taken back
 * @param reason of the last change of phase
 * @param seq of its newest event: what {@code after} takes
 * @param behind the older release that has not ended: until then this one stays in staging and
 *     canary
 * @param followedBy the younger release that uses staging and canary while this one has not ended
 */
record ReleaseSummary(
    String id,
    String service,
    String image,
    String contender,
    Phase phase,
    Optional<ReleaseOutcome> outcome,
    Optional<RecoveryCause> recovery,
    String reason,
    String requestedBy,
    Instant startedAt,
    Optional<Instant> endedAt,
    long seq,
    Optional<String> behind,
    Optional<String> followedBy) {
  static ReleaseSummary of(ReleaseRow row) {
    return new ReleaseSummary(
        row.id().toString(),
        row.service().value(),
        row.image().toString(),
        row.contender().hash(),
        row.phase(),
        row.outcome(),
        row.recovery(),
        row.reason(),
        row.requestedBy(),
        row.startedAt(),
        row.endedAt(),
        row.seq(),
        row.place().behind().map(ReleaseId::toString),
        row.place().followedBy().map(ReleaseId::toString));
  }
}
