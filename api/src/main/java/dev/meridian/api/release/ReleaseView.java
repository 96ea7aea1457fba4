package dev.meridian.api.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.Releases.Phase;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.release.PauseCause;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One release as it stands: the fold of its ledger.
 *
 * @param summary as in lists
 * @param waitsFor the release that was active when it was asked for, while it waits for its turn
 * @param takenBack why it is, or was, taken back: what was found, and where
 * @param paused why a person must act, while they must
 * @param epoch raised each time that its run is taken over
 * @param catalogVersion frozen
 * @param serviceVersion frozen
 * @param parameters frozen
 * @param reached the points that a pipeline may wait for
 * @param planRevision 1 for the plan that it began with, raised when waves that had not begun
 *     change
 * @param changes what becomes of regions because the documents changed, sorted by code
 * @param waves in order, of the plan as it stands
 */
record ReleaseView(
    @JsonUnwrapped ReleaseSummary summary,
    Optional<String> waitsFor,
    Optional<String> takenBack,
    Optional<PauseCause> paused,
    int epoch,
    int catalogVersion,
    int serviceVersion,
    Map<String, String> parameters,
    Map<Until, Boolean> reached,
    int planRevision,
    List<RegionChangeView> changes,
    List<WaveView> waves) {

  /** Where a wave is. */
  enum Progress {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("started")
    STARTED,
    @JsonProperty("passed")
    PASSED
  }

  /**
   * @param number from 1
   */
  record WaveView(int number, Progress progress, List<RegionView> regions) {}

  static ReleaseView of(ReleaseRow row, List<Recorded<ReleaseEvent>> history) {
    ReleaseState state = ReleaseState.fold(history.stream().map(Recorded::event).toList());
    Map<Until, Boolean> reached = new EnumMap<>(Until.class);
    for (Until until : Until.values()) {
      reached.put(until, until.reachedBy(state));
    }
    return new ReleaseView(
        ReleaseSummary.of(row),
        row.phase() == Phase.WAITING ? waitsFor(history) : Optional.empty(),
        takenBack(history),
        state.paused(),
        row.epoch(),
        row.catalogVersion(),
        row.serviceVersion(),
        row.parameters(),
        reached,
        state.planRevision(),
        state.changes().stream().map(RegionChangeView::of).toList(),
        waves(state, history));
  }

  private static Optional<String> waitsFor(List<Recorded<ReleaseEvent>> history) {
    return first(history, ReleaseEvent.ReleaseWaits.class).map(wish -> wish.behind().toString());
  }

  private static Optional<String> takenBack(List<Recorded<ReleaseEvent>> history) {
    return first(history, ReleaseEvent.RecoveryStarted.class)
        .map(ReleaseEvent.RecoveryStarted::reason);
  }

  private static <E extends ReleaseEvent> Optional<E> first(
      List<Recorded<ReleaseEvent>> history, Class<E> kind) {
    return history.stream()
        .map(Recorded::event)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  private static List<WaveView> waves(ReleaseState state, List<Recorded<ReleaseEvent>> history) {
    List<WaveView> waves = new ArrayList<>();
    for (int number = 1; number <= state.waves(); number++) {
      List<RegionView> regions = new ArrayList<>();
      for (RegionProgress progress : state.inWave(number)) {
        PlannedRegion planned = state.planned(progress.region());
        regions.add(RegionView.of(planned, progress, history));
      }
      waves.add(new WaveView(number, progress(state, number), regions));
    }
    return waves;
  }

  private static Progress progress(ReleaseState state, int wave) {
    if (wave <= state.wavesPassed()) {
      return Progress.PASSED;
    }
    return wave <= state.wave() ? Progress.STARTED : Progress.WAITING;
  }

  boolean has(Until until) {
    return reached.getOrDefault(until, false);
  }
}
