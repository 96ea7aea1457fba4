package dev.meridian.evacuation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionProgress;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StandingTest {
  private static final RegionCode A = new RegionCode("a");
  private static final RegionEvent STARTED = new RegionEvent.RegionStarted(A, 1, "wave 1");
  private static final RegionEvent TOUCHED = new RegionEvent.DeployIntended(A, 1, "hash");
  private static final RegionEvent PASSED =
      new RegionEvent.RegionEnded(A, 1, RegionEnd.PASSED, "all good");
  private static final RegionEvent DEGRADED =
      new RegionEvent.VerdictGiven(A, 1, VerdictCause.GATE, "e", "errors");
  private static final RegionEvent RESTORED =
      new RegionEvent.Restored(A, 1, List.of(), "serves again");

  @Test
  void region_thatTheReleaseHasNotReached_runsTheIncumbent() {
    assertThat(of()).isEqualTo(Standing.INCUMBENT);
  }

  @Test
  void region_inItsRollout_isChanging() {
    assertThat(of(STARTED)).isEqualTo(Standing.CHANGING);
    assertThat(of(STARTED, TOUCHED)).isEqualTo(Standing.CHANGING);
  }

  @Test
  void region_thatPassed_runsTheContender() {
    assertThat(of(STARTED, TOUCHED, PASSED)).isEqualTo(Standing.CONTENDER);
  }

  @Test
  void region_thatWasHarmed_isDegradedUntilItIsRestored() {
    assertThat(of(STARTED, TOUCHED, DEGRADED)).isEqualTo(Standing.DEGRADED);
    assertThat(
            of(
                STARTED,
                TOUCHED,
                DEGRADED,
                RESTORED,
                new RegionEvent.RegionEnded(A, 1, RegionEnd.DEGRADED, "errors")))
        .isEqualTo(Standing.INCUMBENT);
  }

  @Test
  void region_whoseClusterIsAway_isAway() {
    assertThat(of(STARTED, TOUCHED, new RegionEvent.RegionObserved(A, 1, false, true, "no answer")))
        .isEqualTo(Standing.AWAY);
    assertThat(of(STARTED, TOUCHED, new RegionEvent.RegionObserved(A, 1, false, false, "dark")))
        .isEqualTo(Standing.AWAY);
  }

  @Test
  void region_thatWasEvacuated_isEvacuatedUntilItsTrafficIsBack() {
    RegionEvent evacuated = new RegionEvent.Evacuated(A, 1, 3, "hash", "moved", List.of());

    assertThat(of(STARTED, TOUCHED, evacuated)).isEqualTo(Standing.EVACUATED);
    assertThat(
            of(
                STARTED,
                TOUCHED,
                evacuated,
                RESTORED,
                new RegionEvent.RegionEnded(A, 1, RegionEnd.DEGRADED, "dark"),
                new RegionEvent.Returned(A, 1, 6, "back")))
        .isEqualTo(Standing.INCUMBENT);
  }

  @Test
  void release_isSuspectedUnlessThePlaceItselfWentDark() {
    RegionEvent dark = new RegionEvent.RegionObserved(A, 1, false, false, "dark");
    RegionEvent failed = new RegionEvent.CheckEnded(A, 1, "integration", false, "no cart", "");

    assertThat(Standing.releaseSuspected(progress(STARTED, TOUCHED))).isTrue();
    assertThat(Standing.releaseSuspected(progress(STARTED, TOUCHED, DEGRADED))).isTrue();
    assertThat(Standing.releaseSuspected(progress(STARTED, TOUCHED, dark))).isFalse();
    assertThat(Standing.releaseSuspected(progress(STARTED, TOUCHED, DEGRADED, dark))).isTrue();
    assertThat(Standing.releaseSuspected(progress(STARTED, TOUCHED, failed, dark))).isTrue();
  }

  private static Standing of(RegionEvent... events) {
    return Standing.of(progress(events));
  }

  private static RegionProgress progress(RegionEvent... events) {
    RegionProgress progress = RegionProgress.untouched(A);
    for (RegionEvent event : events) {
      progress = progress.after(event);
    }
    return progress;
  }
}
