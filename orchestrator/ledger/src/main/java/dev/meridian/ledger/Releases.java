package dev.meridian.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.release.admission.LiveRevision;
import dev.meridian.service.ImageReference;
import dev.meridian.service.RevisionId;
import dev.meridian.service.WhileActive;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Releases as lists and rows: who is active, in which epoch, what was frozen. Every method throws
 * {@link LedgerUnreachableException} when the database does not answer.
 */
public interface Releases {
  /** Where a release is in its life, as a list shows it. */
  enum Phase {
    /** For its turn: another release of the service is active. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("paused")
    PAUSED,
    @JsonProperty("recovering")
    RECOVERING,
    /** Terminal: no event leads out of it. */
    @JsonProperty("ended")
    ENDED;

    /** Started and not ended. */
    public boolean runs() {
      return this != WAITING && this != ENDED;
    }
  }

  /**
   * A release as listed; a projection of its events, kept in the transaction that appends them.
   *
   * @param startedAt when it started; while it waits, when it was asked for
   * @param outcome once ended
   * @param recovery why it is, or was, taken back
   * @param reason of the last change of phase
   * @param parameters of the release, over those of the presences
   * @param seq of its newest event
   * @param place among the releases of its service
   */
  record ReleaseRow(
      ReleaseId id,
      ServiceName service,
      RevisionId contender,
      ImageReference image,
      Phase phase,
      Optional<ReleaseOutcome> outcome,
      Optional<RecoveryCause> recovery,
      String reason,
      String requestedBy,
      int epoch,
      int catalogVersion,
      int serviceVersion,
      Map<String, String> parameters,
      Instant startedAt,
      Optional<Instant> endedAt,
      long seq,
      Place place) {}

  /** What came of starting. */
  sealed interface Started {
    record Accepted(ReleaseRow release) implements Started {}

    /** Another release of the service is active: it is written down and waits for its turn. */
    record Waits(ReleaseRow release) implements Started {}

    /** The same idempotency key was used with the same request: the first answer. */
    record Repeated(ReleaseRow release) implements Started {}

    /** Nothing was written. */
    sealed interface Refused extends Started {
      /** Whether it may be taken later although nobody does anything about it. */
      default boolean passes() {
        return switch (this) {
          case Busy _, Owed _ -> true;
          case KeyReused _, TooManyRevisions _, MarkedBad _ -> false;
        };
      }
    }

    /** The same idempotency key was used with another request. */
    record KeyReused(String key) implements Refused {}

    /** Another release of the service is active, and this one would not wait. */
    record Busy(ReleaseRow active) implements Refused {}

    /**
     * More revisions of the service would live at once than may.
     *
     * @param live all of them, and where
     */
    record TooManyRevisions(List<LiveRevision> live, String reason) implements Refused {}

    /** Regions of the schedule are still owed their restore by an earlier release. */
    record Owed(ReleaseId by, List<RegionCode> regions) implements Refused {}

    /** The revision was marked bad. */
    record MarkedBad(BadMark mark) implements Refused {}
  }

  /**
   * Claims the service, or the place of the one that waits, writes the row in epoch 1 and the first
   * event, in one transaction; an older one that still waits is superseded. Where it starts behind
   * one that has not ended, both histories say so. Only a start that was accepted or waits is kept
   * under its idempotency key; a refused one may be tried again with it. The id is the wanted one,
   * or one that sorts after the newest of the service.
   *
   * @param idempotencyKey kept 24 hours of Meridian time
   */
  Started start(NewRelease release, Optional<IdempotencyKey> idempotencyKey);

  /**
   * What a start under this key was answered with: {@link Started.Repeated} or {@link
   * Started.KeyReused}; empty when none was accepted under it, or it is no longer kept. To be asked
   * before a start is prepared: the documents may have changed since, and the answer must not.
   */
  Optional<Started> answered(IdempotencyKey key, Instant now);

  /**
   * @param requestHash SHA-256 of the canonical request
   */
  record IdempotencyKey(String key, String requestHash) {}

  /**
   * @param plan the plan as accepted, as a JSON tree
   * @param whileActive what becomes of it while another one is active
   */
  record NewRelease(
      ReleaseId id,
      ReleaseEvent.ReleaseStarted started,
      Map<String, String> parameters,
      Map<String, Object> plan,
      WhileActive whileActive,
      Instant at) {
    /** One that would wait for its turn. */
    public NewRelease(
        ReleaseId id,
        ReleaseEvent.ReleaseStarted started,
        Map<String, String> parameters,
        Map<String, Object> plan,
        Instant at) {
      this(id, started, parameters, plan, WhileActive.WAIT, at);
    }

    /** The same, with an id that sorts after the newest one of its service. */
    public NewRelease newerThan(ReleaseId newest) {
      return new NewRelease(id.after(newest), started, parameters, plan, whileActive, at);
    }

    /** The same, behind one that has not ended. */
    public NewRelease after(ReleaseId older) {
      return new NewRelease(id, started.after(older), parameters, plan, whileActive, at);
    }
  }

  Optional<ReleaseRow> find(ReleaseId id);

  /** The plan that a release froze when it started; empty while it waits. */
  Optional<Map<String, Object>> plan(ReleaseId id);

  /** Newest first; {@code before} is a cursor: the last id of the page before. */
  List<ReleaseRow> list(Optional<ServiceName> service, Optional<ReleaseId> before, int limit);

  /** Releases that have started and not ended, oldest first: what a resume looks at. */
  List<ReleaseRow> unfinished();

  /**
   * Raises the epoch by compare-and-set to {@code from + 1}; from then on no writer of {@code from}
   * can append.
   *
   * @return false when another was first, or the release has ended
   */
  boolean raiseEpoch(ReleaseId id, int from);

  /** Regions that are still owed a restore by ended releases of a service, sorted. */
  List<RegionCode> owed(ServiceName service);

  /**
   * What an ended release still owes.
   *
   * @param epoch that the release ended in
   */
  record OwedRegion(ReleaseId release, ServiceName service, RegionCode region, int epoch) {}

  /** Every region that an ended release still owes, oldest release first. */
  List<OwedRegion> owed();

  /** A revision that was rolled back never starts again by itself. */
  record BadMark(
      ServiceName service, RevisionId revision, ReleaseId by, String reason, Instant at) {}

  /** Bad marks of a service, newest first. */
  List<BadMark> badMarks(ServiceName service);

  /** Who lifts a bad mark, and why. */
  record LiftedMark(
      ServiceName service, RevisionId revision, String actor, String reason, Instant at) {}

  /** Lifts the bad mark of a revision and records who did; false when there is none. */
  boolean liftBadMark(LiftedMark lift);
}
