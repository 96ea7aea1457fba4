package dev.meridian.ledger;

import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Releases as lists and rows: who is active, in which epoch, what was frozen. */
public interface Releases {
  /**
   * A release as listed; a projection of its events, kept in the transaction that appends them.
   *
   * @param phase {@code running}, {@code paused}, {@code recovering} or {@code ended}
   * @param outcome name of the outcome once ended
   * @param plan the frozen plan as a JSON tree
   * @param parameters of the release, over those of the presences
   */
  record ReleaseRow(
      ReleaseId id,
      ServiceName service,
      String contender,
      String image,
      String phase,
      Optional<String> outcome,
      String reason,
      String requestedBy,
      int epoch,
      int catalogVersion,
      int serviceVersion,
      Map<String, String> parameters,
      Map<String, Object> plan,
      Instant startedAt,
      Optional<Instant> endedAt,
      long seq) {}

  /** What came of starting. */
  sealed interface Started {
    record Accepted(ReleaseRow release) implements Started {}

    /** The same idempotency key was used with the same request: the first answer. */
    record Repeated(ReleaseRow release) implements Started {}

    /** The same idempotency key was used with another request. */
    record KeyReused(String key) implements Started {}

    /** Another release of the service is active. */
    record Busy(ReleaseRow active) implements Started {}

    /** Regions of an earlier release are still owed their restore. */
    record Owed(ReleaseId by, List<RegionCode> regions) implements Started {}

    /** The revision was marked bad. */
    record MarkedBad(String revision, ReleaseId by, String reason) implements Started {}
  }

  /**
   * Claims the service, writes the row and the first event, in one transaction.
   *
   * @param idempotencyKey kept 24 hours
   */
  Started start(NewRelease release, Optional<IdempotencyKey> idempotencyKey);

  /**
   * @param requestHash SHA-256 of the canonical request
   */
  record IdempotencyKey(String key, String requestHash) {}

  record NewRelease(
      ReleaseId id,
      ReleaseEvent.ReleaseStarted started,
      Map<String, String> parameters,
      Map<String, Object> plan,
      Instant at) {}

  Optional<ReleaseRow> find(ReleaseId id);

  /** Newest first; {@code before} is a cursor: the last id of the page before. */
  List<ReleaseRow> list(Optional<ServiceName> service, Optional<ReleaseId> before, int limit);

  /** Releases that have not ended, oldest first: what a resume looks at. */
  List<ReleaseRow> unfinished();

  /** Raises the epoch by compare-and-set; false when another was first. */
  boolean raiseEpoch(ReleaseId id, int from);

  /** Regions that are still owed a restore by ended releases of a service. */
  List<RegionCode> owed(ServiceName service);

  /** Lifts the bad mark of a revision; false when there is none. */
  boolean liftBadMark(ServiceName service, String revision, String actor, String reason);
}
