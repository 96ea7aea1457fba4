package dev.meridian.release;

import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import dev.meridian.region.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is true of a release: the fold of its events, in the order of the ledger.
 *
 * @param service what is released
 * @param schedule every region with its wave, in the order of the waves
 * @param restoreShare most world traffic in regions being restored at one time
 * @param wave the newest started one, 0 before the first
 * @param wavesPassed how many have passed
 * @param regions progress, in the order of the schedule
 * @param paused why a person must act, while they must
 * @param pauses how many there have been: the number that makes the key of a pause unique
 * @param wish of a person to end it
 * @param recovery why it is being taken back, once it is
 * @param outcome once it has ended
 */
public record ReleaseState(
    ServiceName service,
    List<PlannedRegion> schedule,
    Share restoreShare,
    int wave,
    int wavesPassed,
    List<RegionProgress> regions,
    Optional<PauseCause> paused,
    int pauses,
    EndWish wish,
    Optional<RecoveryCause> recovery,
    Optional<ReleaseOutcome> outcome) {

  /** How a person wants it to end. */
  public enum EndWish {
    NONE,
    STOP,
    ABORT
  }

  public ReleaseState {
    schedule = List.copyOf(schedule);
    regions = List.copyOf(regions);
  }

  /** Before anything but the start has happened. */
  public static ReleaseState of(ReleaseEvent.ReleaseStarted started) {
    return new ReleaseState(
        started.service(),
        started.schedule(),
        started.restoreShare(),
        0,
        0,
        started.schedule().stream().map(p -> RegionProgress.untouched(p.region())).toList(),
        Optional.empty(),
        0,
        EndWish.NONE,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Folds a whole history.
   *
   * @throws IllegalArgumentException when it does not begin with a start
   */
  public static ReleaseState fold(List<? extends ReleaseEvent> history) {
    if (history.isEmpty() || !(history.getFirst() instanceof ReleaseEvent.ReleaseStarted started)) {
      throw new IllegalArgumentException("a release's history should begin with its start");
    }
    ReleaseState state = of(started);
    for (ReleaseEvent event : history.subList(1, history.size())) {
      state = state.after(event);
    }
    return state;
  }

  /** What is true after an event. A release that has ended stays as it is, but for owed regions. */
  public ReleaseState after(ReleaseEvent event) {
    return switch (event) {
      case RegionEvent e -> with(region(e.region()).after(e));
      case ReleaseEvent.OfRelease e -> outcome.isPresent() ? this : afterOwn(e);
    };
  }

  private ReleaseState afterOwn(ReleaseEvent.OfRelease event) {
    Change change = new Change(this);
    switch (event) {
      case ReleaseEvent.ReleaseStarted _, ReleaseEvent.Paged _ -> {}
      case ReleaseEvent.WaveStarted e -> change.startWave(e);
      case ReleaseEvent.WavePassed e -> change.wavesPassed = e.wave();
      case ReleaseEvent.Paused e -> {
        change.paused = Optional.of(e.cause());
        change.pauses++;
      }
      case ReleaseEvent.Resumed _ -> change.resume();
      case ReleaseEvent.RetryRequested e -> change.retry(e);
      case ReleaseEvent.StopRequested _ -> change.wish(EndWish.STOP);
      case ReleaseEvent.AbortRequested _ -> change.wish(EndWish.ABORT);
      case ReleaseEvent.RecoveryStarted e -> change.recover(e.cause());
      case ReleaseEvent.ReleaseEnded e -> change.outcome = Optional.of(e.outcome());
    }
    return change.state();
  }

  /** The same with one region's progress replaced. */
  public ReleaseState with(RegionProgress progress) {
    Change change = new Change(this);
    change.regions.replaceAll(old -> old.region().equals(progress.region()) ? progress : old);
    return change.state();
  }

  /**
   * @throws IllegalArgumentException when the release has no such region
   */
  public RegionProgress region(RegionCode code) {
    return regions.stream()
        .filter(progress -> progress.region().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no region " + code + " in the release"));
  }

  /**
   * @throws IllegalArgumentException when the release has no such region
   */
  public PlannedRegion planned(RegionCode code) {
    return schedule.stream()
        .filter(planned -> planned.region().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no region " + code + " in the plan"));
  }

  /** How many waves the plan has. */
  public int waves() {
    return schedule.isEmpty() ? 0 : schedule.getLast().wave();
  }

  /** Progress of the regions of a wave. */
  public List<RegionProgress> inWave(int number) {
    return schedule.stream()
        .filter(planned -> planned.wave() == number)
        .map(planned -> region(planned.region()))
        .toList();
  }

  /** Whether a region carries traffic that was moved away from another one. */
  public boolean receives(RegionCode code) {
    return regions.stream().anyMatch(progress -> progress.receivers().contains(code));
  }

  /** Started and not ended, in order. */
  public List<RegionProgress> openRegions() {
    return regions.stream().filter(RegionProgress::open).toList();
  }

  private static final class Change {
    private final ReleaseState from;
    private int wave;
    private int wavesPassed;
    private final List<RegionProgress> regions;
    private Optional<PauseCause> paused;
    private int pauses;
    private EndWish wish;
    private Optional<RecoveryCause> recovery;
    private Optional<ReleaseOutcome> outcome;

    private Change(ReleaseState from) {
      this.from = from;
      wave = from.wave;
      wavesPassed = from.wavesPassed;
      regions = new ArrayList<>(from.regions);
      paused = from.paused;
      pauses = from.pauses;
      wish = from.wish;
      recovery = from.recovery;
      outcome = from.outcome;
    }

    private ReleaseState state() {
      return new ReleaseState(
          from.service,
          from.schedule,
          from.restoreShare,
          wave,
          wavesPassed,
          regions,
          paused,
          pauses,
          wish,
          recovery,
          outcome);
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
}
