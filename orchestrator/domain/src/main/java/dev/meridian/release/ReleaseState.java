package dev.meridian.release;

import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import dev.meridian.region.Share;
import dev.meridian.region.change.RegionChange;
import dev.meridian.service.Overlap;
import java.util.List;
import java.util.Objects;
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
 * @param planRevision 1 for the plan that it began with, raised by any change to waves that had not
 *     begun
 * @param changes what becomes of regions because the documents changed under it, sorted by code
 * @param overlap how far the next release may go before this one has ended
 * @param neighbours the other release of the service that has not ended, where two overlap
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
    Optional<ReleaseOutcome> outcome,
    int planRevision,
    List<RegionChange> changes,
    Overlap overlap,
    Neighbours neighbours) {

  /** How a person wants it to end. */
  public enum EndWish {
    NONE,
    STOP,
    ABORT
  }

  public ReleaseState {
    schedule = List.copyOf(schedule);
    regions = List.copyOf(regions);
    planRevision = Math.max(planRevision, PlanRevision.FIRST);
    changes = List.copyOf(Objects.requireNonNullElse(changes, List.of()));
    overlap = Objects.requireNonNullElse(overlap, Overlap.NONE);
    neighbours = Objects.requireNonNullElse(neighbours, Neighbours.NONE);
  }

  /** Wanted, and waiting for its turn: there are no regions yet. */
  private static ReleaseState of(ReleaseEvent.ReleaseWaits wish) {
    return new ReleaseState(
        wish.service(),
        List.of(),
        Share.NONE,
        0,
        0,
        List.of(),
        Optional.empty(),
        0,
        EndWish.NONE,
        Optional.empty(),
        Optional.empty(),
        PlanRevision.FIRST,
        List.of(),
        Overlap.NONE,
        Neighbours.NONE);
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
        Optional.empty(),
        PlanRevision.FIRST,
        List.of(),
        started.overlap(),
        Neighbours.behind(started.behind()));
  }

  /**
   * Folds a whole history.
   *
   * @throws IllegalArgumentException when it begins neither with a start nor with a wait for it
   */
  public static ReleaseState fold(List<? extends ReleaseEvent> history) {
    ReleaseState state = first(history);
    for (ReleaseEvent event : history.subList(1, history.size())) {
      state = state.after(event);
    }
    return state;
  }

  private static ReleaseState first(List<? extends ReleaseEvent> history) {
    if (!history.isEmpty() && history.getFirst() instanceof ReleaseEvent.ReleaseStarted started) {
      return of(started);
    }
    if (!history.isEmpty() && history.getFirst() instanceof ReleaseEvent.ReleaseWaits wish) {
      return of(wish);
    }
    throw new IllegalArgumentException("a release's history should begin with its start");
  }

  /** What is true after an event. A release that has ended stays as it is, but for owed regions. */
  public ReleaseState after(ReleaseEvent event) {
    return switch (event) {
      case RegionEvent e -> with(region(e.region()).after(e));
      case ReleaseEvent.ReleaseStarted e when schedule.isEmpty() && outcome.isEmpty() -> of(e);
      case ReleaseEvent.OfRelease e -> outcome.isPresent() ? this : afterOwn(e);
    };
  }

  private ReleaseState afterOwn(ReleaseEvent.OfRelease event) {
    ReleaseFold fold = new ReleaseFold(this);
    fold.apply(event);
    return fold.state();
  }

  /** The same with one region's progress replaced. */
  public ReleaseState with(RegionProgress progress) {
    ReleaseFold fold = new ReleaseFold(this);
    fold.replace(progress);
    return fold.state();
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
}
