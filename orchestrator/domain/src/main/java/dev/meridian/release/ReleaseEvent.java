package dev.meridian.release;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import dev.meridian.region.Share;
import dev.meridian.region.change.RegionChange;
import dev.meridian.service.ImageReference;
import dev.meridian.service.Overlap;
import dev.meridian.service.RevisionId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What happened to a release as a whole; {@link RegionEvent} is what happened in one region. The
 * name of a kind is its type in the ledger and never changes; a record only gains components, each
 * with a default in its compact constructor. Every decision carries the reason that people read.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ReleaseEvent.ReleaseWaits.class, name = "release-waits"),
  @JsonSubTypes.Type(value = ReleaseEvent.ReleaseStarted.class, name = "release-started"),
  @JsonSubTypes.Type(value = ReleaseEvent.CatalogueChanged.class, name = "catalogue-changed"),
  @JsonSubTypes.Type(value = ReleaseEvent.WaveStarted.class, name = "wave-started"),
  @JsonSubTypes.Type(value = ReleaseEvent.WavePassed.class, name = "wave-passed"),
  @JsonSubTypes.Type(value = ReleaseEvent.Paused.class, name = "paused"),
  @JsonSubTypes.Type(value = ReleaseEvent.Resumed.class, name = "resumed"),
  @JsonSubTypes.Type(value = ReleaseEvent.StopRequested.class, name = "stop-requested"),
  @JsonSubTypes.Type(value = ReleaseEvent.AbortRequested.class, name = "abort-requested"),
  @JsonSubTypes.Type(value = ReleaseEvent.RetryRequested.class, name = "retry-requested"),
  @JsonSubTypes.Type(value = ReleaseEvent.RecoveryStarted.class, name = "recovery-started"),
  @JsonSubTypes.Type(value = ReleaseEvent.YoungerStarted.class, name = "younger-started"),
  @JsonSubTypes.Type(value = ReleaseEvent.YoungerEntered.class, name = "younger-entered"),
  @JsonSubTypes.Type(value = ReleaseEvent.YoungerLeft.class, name = "younger-left"),
  @JsonSubTypes.Type(value = ReleaseEvent.OlderEnded.class, name = "older-ended"),
  @JsonSubTypes.Type(value = ReleaseEvent.OlderTakenBack.class, name = "older-taken-back"),
  @JsonSubTypes.Type(value = ReleaseEvent.Paged.class, name = "paged"),
  @JsonSubTypes.Type(value = ReleaseEvent.ReleaseEnded.class, name = "release-ended"),
  @JsonSubTypes.Type(value = RegionEvent.RegionStarted.class, name = "region-started"),
  @JsonSubTypes.Type(value = RegionEvent.ImagePresent.class, name = "image-present"),
  @JsonSubTypes.Type(value = RegionEvent.WayBackRecorded.class, name = "way-back-recorded"),
  @JsonSubTypes.Type(value = RegionEvent.Reviewed.class, name = "reviewed"),
  @JsonSubTypes.Type(value = RegionEvent.DeployIntended.class, name = "deploy-intended"),
  @JsonSubTypes.Type(value = RegionEvent.Deployed.class, name = "deployed"),
  @JsonSubTypes.Type(value = RegionEvent.CheckEnded.class, name = "check-ended"),
  @JsonSubTypes.Type(value = RegionEvent.BakeStarted.class, name = "bake-started"),
  @JsonSubTypes.Type(value = RegionEvent.BakeProgressed.class, name = "bake-progressed"),
  @JsonSubTypes.Type(value = RegionEvent.VerdictGiven.class, name = "verdict-given"),
  @JsonSubTypes.Type(value = RegionEvent.RegionHeld.class, name = "region-held"),
  @JsonSubTypes.Type(value = RegionEvent.RegionObserved.class, name = "region-observed"),
  @JsonSubTypes.Type(value = RegionEvent.StepFailed.class, name = "step-failed"),
  @JsonSubTypes.Type(value = RegionEvent.RestoreIntended.class, name = "restore-intended"),
  @JsonSubTypes.Type(value = RegionEvent.Restored.class, name = "restored"),
  @JsonSubTypes.Type(value = RegionEvent.RegionOwed.class, name = "region-owed"),
  @JsonSubTypes.Type(value = RegionEvent.RegionSettled.class, name = "region-settled"),
  @JsonSubTypes.Type(value = RegionEvent.EvacuationIntended.class, name = "evacuation-intended"),
  @JsonSubTypes.Type(value = RegionEvent.Evacuated.class, name = "evacuated"),
  @JsonSubTypes.Type(value = RegionEvent.EvacuationRefused.class, name = "evacuation-refused"),
  @JsonSubTypes.Type(value = RegionEvent.ReturnIntended.class, name = "return-intended"),
  @JsonSubTypes.Type(value = RegionEvent.Returned.class, name = "returned"),
  @JsonSubTypes.Type(value = RegionEvent.RegionEnded.class, name = "region-ended")
})
public sealed interface ReleaseEvent permits ReleaseEvent.OfRelease, RegionEvent {

  /** Who decides when no person did. */
  String MERIDIAN = "meridian";

  /** What happened to the release as a whole. */
  sealed interface OfRelease extends ReleaseEvent {}

  /**
   * Wanted while another release of the service was active. Nothing is frozen but what was asked
   * for: it is planned again when its turn comes.
   *
   * @param behind the active one
   * @param why it waits; {@code reason} is why it is wanted
   */
  record ReleaseWaits(
      ServiceName service,
      RevisionId contender,
      ImageReference image,
      ReleaseId behind,
      String by,
      String reason,
      List<String> overriddenGates,
      String why)
      implements OfRelease {
    public ReleaseWaits {
      overriddenGates = List.copyOf(overriddenGates);
    }

    /** The wish of a start that has to wait. */
    public static ReleaseWaits of(ReleaseStarted wanted, ReleaseId behind, String why) {
      return new ReleaseWaits(
          wanted.service(),
          wanted.contender(),
          wanted.image(),
          behind,
          wanted.by(),
          wanted.reason(),
          wanted.overriddenGates(),
          why);
    }
  }

  /**
   * Accepted, its documents frozen by version. The plan changes only as {@link CatalogueChanged}
   * says.
   *
   * @param schedule every region with its wave, in the order of the waves
   * @param restoreShare most world traffic in regions being restored at one time
   * @param overriddenGates that judge although they would have stopped healthy bakes on the day
   *     before: {@code by} named them
   * @param overlap how far the next release may go while this one has not ended
   * @param behind the older release that has not ended: until then this one stays in staging and
   *     canary
   */
  record ReleaseStarted(
      ServiceName service,
      RevisionId contender,
      ImageReference image,
      int catalogVersion,
      int serviceVersion,
      List<PlannedRegion> schedule,
      Share restoreShare,
      String by,
      String reason,
      List<String> overriddenGates,
      Overlap overlap,
      Optional<ReleaseId> behind)
      implements OfRelease {
    public ReleaseStarted {
      schedule = List.copyOf(schedule);
      overriddenGates = List.copyOf(Objects.requireNonNullElse(overriddenGates, List.of()));
      overlap = Objects.requireNonNullElse(overlap, Overlap.NONE);
      behind = Objects.requireNonNullElse(behind, Optional.empty());
    }

    /** The same start, while an older release has not ended. */
    public ReleaseStarted after(ReleaseId older) {
      return new ReleaseStarted(
          service,
          contender,
          image,
          catalogVersion,
          serviceVersion,
          schedule,
          restoreShare,
          by,
          reason,
          overriddenGates,
          overlap,
          Optional.of(older));
    }

    /** All of whose gates may be trusted, with nothing before or behind it. */
    public ReleaseStarted(
        ServiceName service,
        RevisionId contender,
        ImageReference image,
        int catalogVersion,
        int serviceVersion,
        List<PlannedRegion> schedule,
        Share restoreShare,
        String by,
        String reason) {
      this(
          service,
          contender,
          image,
          catalogVersion,
          serviceVersion,
          schedule,
          restoreShare,
          by,
          reason,
          List.of(),
          Overlap.NONE,
          Optional.empty());
    }
  }

  /**
   * Before a wave the documents were found to be other than they were: what becomes of the regions.
   *
   * @param catalogVersion that was compared with the frozen one
   * @param serviceVersion that was compared with the frozen one
   * @param regions everything that is so now, also what was recorded before; sorted by code
   * @param revised the rest of the plan, where regions of it have left
   */
  record CatalogueChanged(
      int catalogVersion,
      int serviceVersion,
      List<RegionChange> regions,
      Optional<PlanRevision> revised,
      String reason)
      implements OfRelease {
    public CatalogueChanged {
      regions = List.copyOf(regions);
    }

    /** Of the documents that were compared, catalogue first: each pair is compared once. */
    public String versions() {
      return catalogVersion + "." + serviceVersion;
    }
  }

  /**
   * A wave may start: every region of the waves before it has passed.
   *
   * @param planRevision that put these regions into this wave; the first, before it was written
   */
  record WaveStarted(int wave, List<RegionCode> regions, String reason, int planRevision)
      implements OfRelease {
    public WaveStarted {
      regions = List.copyOf(regions);
      planRevision = Math.max(planRevision, PlanRevision.FIRST);
    }

    /** Of the plan that the release began with. */
    public WaveStarted(int wave, List<RegionCode> regions, String reason) {
      this(wave, regions, reason, PlanRevision.FIRST);
    }
  }

  record WavePassed(int wave, String reason) implements OfRelease {}

  /**
   * A person must act.
   *
   * @param by a person, or {@code meridian}
   */
  record Paused(PauseCause cause, String by, String reason) implements OfRelease {}

  record Resumed(String by, String reason) implements OfRelease {}

  /** End it; regions keep what they have. */
  record StopRequested(String by, String reason) implements OfRelease {}

  /** End it and undo. */
  record AbortRequested(String by, String reason) implements OfRelease {}

  /** A new attempt of a region that ended inconclusive or failed without harm. */
  record RetryRequested(RegionCode region, int attempt, String by, String reason)
      implements OfRelease {}

  /** From here on the release only undoes. */
  record RecoveryStarted(RecoveryCause cause, String reason) implements OfRelease {}

  /**
   * The next release of the service has started: it will come to regions that this one has passed.
   *
   * @param regions that both go to, sorted
   */
  record YoungerStarted(ReleaseId younger, List<RegionCode> regions, String reason)
      implements OfRelease {
    public YoungerStarted {
      regions = List.copyOf(regions);
    }
  }

  /**
   * The next release has begun in regions that this one has passed: its users are that one's now.
   *
   * @param regions all of them so far, sorted
   */
  record YoungerEntered(ReleaseId younger, List<RegionCode> regions, String reason)
      implements OfRelease {
    public YoungerEntered {
      regions = List.copyOf(regions);
    }
  }

  /** The next release has ended before this one, and nothing of it is left to be undone. */
  record YoungerLeft(ReleaseId younger, String reason) implements OfRelease {}

  /** The release before this one has ended and stays: the way out of canary is free. */
  record OlderEnded(ReleaseId older, String reason) implements OfRelease {}

  /** The release before this one is being taken back: what was brought on top of it goes first. */
  record OlderTakenBack(ReleaseId older, String reason) implements OfRelease {}

  /** Somebody was called. */
  record Paged(String sentence) implements OfRelease {}

  /**
   * Terminal; the service is free for the next release.
   *
   * @param blameless taken back although none of its own gates or checks found harm: the revision
   *     is not marked bad
   */
  record ReleaseEnded(ReleaseOutcome outcome, String reason, boolean blameless)
      implements OfRelease {
    public ReleaseEnded(ReleaseOutcome outcome, String reason) {
      this(outcome, reason, false);
    }
  }
}
