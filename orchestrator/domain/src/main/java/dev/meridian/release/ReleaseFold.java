package dev.meridian.release;

import dev.meridian.region.RegionCode;
import dev.meridian.region.change.RegionChange;
import dev.meridian.release.ReleaseState.EndWish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One step of the fold of a release, as assignments. */
final class ReleaseFold {
  private final ReleaseState from;
  private List<PlannedRegion> schedule;
  private int wave;
  private int wavesPassed;
  private final List<RegionProgress> regions;
  private Optional<PauseCause> paused;
  private int pauses;
  private EndWish wish;
  private Optional<RecoveryCause> recovery;
  private Optional<ReleaseOutcome> outcome;
  private int planRevision;
  private List<RegionChange> changes;
  private Neighbours neighbours;

  ReleaseFold(ReleaseState from) {
    this.from = from;
    schedule = from.schedule();
    wave = from.wave();
    wavesPassed = from.wavesPassed();
    regions = new ArrayList<>(from.regions());
    paused = from.paused();
    pauses = from.pauses();
    wish = from.wish();
    recovery = from.recovery();
    outcome = from.outcome();
    planRevision = from.planRevision();
    changes = from.changes();
    neighbours = from.neighbours();
  }

  ReleaseState state() {
    return new ReleaseState(
        from.service(),
        schedule,
        from.restoreShare(),
        wave,
        wavesPassed,
        regions,
        paused,
        pauses,
        wish,
        recovery,
        outcome,
        planRevision,
        changes,
        from.overlap(),
        neighbours);
  }

  void apply(ReleaseEvent.OfRelease event) {
    switch (event) {
      case ReleaseEvent.ReleaseWaits _, ReleaseEvent.ReleaseStarted _, ReleaseEvent.Paged _ -> {}
      case ReleaseEvent.CatalogueChanged e -> {
        changes = e.regions();
        e.revised().ifPresent(this::revise);
      }
      case ReleaseEvent.WaveStarted e -> startWave(e);
      case ReleaseEvent.WavePassed e -> wavesPassed = e.wave();
      case ReleaseEvent.Paused e -> {
        paused = Optional.of(e.cause());
        pauses++;
      }
      case ReleaseEvent.Resumed _ -> resume();
      case ReleaseEvent.RetryRequested e -> retry(e);
      case ReleaseEvent.StopRequested _ -> wish(EndWish.STOP);
      case ReleaseEvent.AbortRequested _ -> wish(EndWish.ABORT);
      case ReleaseEvent.RecoveryStarted e -> recover(e.cause());
      case ReleaseEvent.YoungerStarted _,
          ReleaseEvent.YoungerEntered _,
          ReleaseEvent.YoungerLeft _,
          ReleaseEvent.OlderEnded _,
          ReleaseEvent.OlderTakenBack _ ->
          neighbours = neighbours.after(event);
      case ReleaseEvent.ReleaseEnded e -> outcome = Optional.of(e.outcome());
    }
  }

  void replace(RegionProgress progress) {
    regions.replaceAll(old -> old.region().equals(progress.region()) ? progress : old);
  }

  /** Regions that are not gone to any more are no part of the release: nothing was done there. */
  private void revise(PlanRevision revision) {
    planRevision = revision.number();
    schedule = revision.schedule();
    regions.clear();
    schedule.forEach(planned -> regions.add(from.region(planned.region())));
  }

  /** The first attempts begin with the wave, so that no crash can come between. */
  private void startWave(ReleaseEvent.WaveStarted event) {
    wave = event.wave();
    for (RegionCode region : event.regions()) {
      start(region, 1, event.reason());
    }
  }

  private void start(RegionCode region, int attempt, String reason) {
    RegionEvent started = new RegionEvent.RegionStarted(region, attempt, reason);
    regions.replaceAll(old -> old.region().equals(region) ? old.after(started) : old);
  }

  /** Going on after a failed restore means: try it again. */
  private void resume() {
    if (paused.equals(Optional.of(PauseCause.RESTORE_FAILED))) {
      regions.replaceAll(RegionProgress::withoutRecoveryTrouble);
    }
    if (paused.equals(Optional.of(PauseCause.ENVIRONMENT_SUSPECTED))) {
      regions.replaceAll(each -> each.suspect() ? each.lookedAt() : each);
    }
    paused = Optional.empty();
  }

  /** The new attempt begins here, so that the decision finds it open. */
  private void retry(ReleaseEvent.RetryRequested event) {
    paused = Optional.empty();
    start(event.region(), event.attempt(), event.reason());
  }

  /** Abort beats stop. */
  private void wish(EndWish wanted) {
    if (wish != EndWish.ABORT) {
      wish = wanted;
    }
    paused = Optional.empty();
  }

  private void recover(RecoveryCause cause) {
    recovery = Optional.of(cause);
    paused = Optional.empty();
  }
}
