package dev.meridian.ledger.projection;

import dev.meridian.ledger.Place;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.Releases.BadMark;
import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.Releases.Phase;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What a release's row says after each of its events. Pure: the same events, the same row. */
public final class ReleaseProjection {
  private ReleaseProjection() {}

  /** The row of a release that was just accepted. */
  public static ReleaseRow first(NewRelease release) {
    return first(release, Phase.RUNNING, Place.of(release.started()));
  }

  /** The row of a release that waits for its turn. */
  public static ReleaseRow waiting(NewRelease release) {
    return first(release, Phase.WAITING, Place.ALONE);
  }

  private static ReleaseRow first(NewRelease release, Phase phase, Place place) {
    ReleaseEvent.ReleaseStarted started = release.started();
    return new ReleaseRow(
        release.id(),
        started.service(),
        started.contender(),
        started.image(),
        phase,
        Optional.empty(),
        Optional.empty(),
        started.reason(),
        started.by(),
        1,
        started.catalogVersion(),
        started.serviceVersion(),
        release.parameters(),
        release.at().truncatedTo(ChronoUnit.MICROS),
        Optional.empty(),
        1,
        place);
  }

  /** The row after one more event. An ended release stays ended, whatever is recorded later. */
  public static ReleaseRow after(ReleaseRow row, Recorded<? extends ReleaseEvent> recorded) {
    Change change = new Change(row, recorded);
    if (row.phase() == Phase.ENDED) {
      return change.unchanged();
    }
    return switch (recorded.event()) {
      case ReleaseEvent.ReleaseStarted started when row.phase() == Phase.WAITING ->
          change.toStart(started);
      case ReleaseEvent.Paused paused -> change.to(Phase.PAUSED, paused.reason());
      case ReleaseEvent.Resumed resumed ->
          change.to(
              row.recovery().isPresent() ? Phase.RECOVERING : Phase.RUNNING, resumed.reason());
      case ReleaseEvent.RecoveryStarted recovery -> change.toRecovery(recovery);
      case ReleaseEvent.ReleaseEnded ended -> change.toEnd(ended);
      case ReleaseEvent.ReleaseWaits _,
          ReleaseEvent.ReleaseStarted _,
          ReleaseEvent.CatalogueChanged _,
          ReleaseEvent.WaveStarted _,
          ReleaseEvent.WavePassed _,
          ReleaseEvent.StopRequested _,
          ReleaseEvent.AbortRequested _,
          ReleaseEvent.RetryRequested _,
          ReleaseEvent.YoungerStarted _,
          ReleaseEvent.YoungerEntered _,
          ReleaseEvent.YoungerLeft _,
          ReleaseEvent.OlderEnded _,
          ReleaseEvent.OlderTakenBack _,
          ReleaseEvent.Paged _,
          RegionEvent _ ->
          change.unchanged();
    };
  }

  /** The row once another run of the release has taken over. */
  public static ReleaseRow inEpoch(ReleaseRow row, int epoch) {
    return new ReleaseRow(
        row.id(),
        row.service(),
        row.contender(),
        row.image(),
        row.phase(),
        row.outcome(),
        row.recovery(),
        row.reason(),
        row.requestedBy(),
        epoch,
        row.catalogVersion(),
        row.serviceVersion(),
        row.parameters(),
        row.startedAt(),
        row.endedAt(),
        row.seq(),
        row.place());
  }

  /**
   * Marks the contender when the release was rolled back because its own gates or checks found
   * harm; not when a person aborted it, nor when only the environment failed.
   */
  public static Optional<BadMark> badMark(
      ReleaseRow row, Recorded<? extends ReleaseEvent> recorded) {
    return recorded.event() instanceof ReleaseEvent.ReleaseEnded ended
            && row.phase() != Phase.ENDED
            && ended.outcome() == ReleaseOutcome.ROLLED_BACK
            && !ended.blameless()
        ? Optional.of(
            new BadMark(row.service(), row.contender(), row.id(), ended.reason(), recorded.at()))
        : Optional.empty();
  }

  /** One step from a row to the next. */
  private record Change(ReleaseRow row, Recorded<? extends ReleaseEvent> recorded) {
    ReleaseRow unchanged() {
      return to(row.phase(), row.reason());
    }

    ReleaseRow to(Phase phase, String reason) {
      return with(new Standing(phase, row.outcome(), row.recovery(), reason));
    }

    /** What was frozen is what stood at the start. */
    ReleaseRow toStart(ReleaseEvent.ReleaseStarted started) {
      return new ReleaseRow(
          row.id(),
          row.service(),
          started.contender(),
          started.image(),
          Phase.RUNNING,
          row.outcome(),
          row.recovery(),
          started.reason(),
          row.requestedBy(),
          row.epoch(),
          started.catalogVersion(),
          started.serviceVersion(),
          row.parameters(),
          recorded.at(),
          row.endedAt(),
          recorded.seq(),
          Place.of(started));
    }

    ReleaseRow toRecovery(ReleaseEvent.RecoveryStarted started) {
      return with(
          new Standing(
              Phase.RECOVERING, row.outcome(), Optional.of(started.cause()), started.reason()));
    }

    ReleaseRow toEnd(ReleaseEvent.ReleaseEnded ended) {
      return with(
          new Standing(Phase.ENDED, Optional.of(ended.outcome()), row.recovery(), ended.reason()));
    }

    private ReleaseRow with(Standing standing) {
      return new ReleaseRow(
          row.id(),
          row.service(),
          row.contender(),
          row.image(),
          standing.phase(),
          standing.outcome(),
          standing.recovery(),
          standing.reason(),
          row.requestedBy(),
          row.epoch(),
          row.catalogVersion(),
          row.serviceVersion(),
          row.parameters(),
          row.startedAt(),
          standing.phase() == Phase.ENDED && row.endedAt().isEmpty()
              ? Optional.of(recorded.at())
              : row.endedAt(),
          recorded.seq(),
          row.phase() == Phase.ENDED ? row.place() : row.place().after(recorded.event()));
    }
  }

  private record Standing(
      Phase phase,
      Optional<ReleaseOutcome> outcome,
      Optional<RecoveryCause> recovery,
      String reason) {}
}
