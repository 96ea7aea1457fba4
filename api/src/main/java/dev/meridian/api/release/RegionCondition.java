package dev.meridian.api.release;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import java.util.Locale;

/** What a region is doing, in one word, as tables and progress lines show it. */
enum RegionCondition {
  WAITING,
  /** Image, way back and manifests are looked after; nothing has changed yet. */
  PREPARING,
  DEPLOYING,
  CHECKING,
  BAKING,
  /** The machine waits and goes on by itself. */
  HELD,
  /** A step could not be done: the release decides what follows. */
  STUCK,
  PASSED,
  FAILED,
  DEGRADED,
  INCONCLUSIVE,
  CANCELLED,
  RESTORING,
  RESTORED,
  OWED,
  EVACUATING,
  EVACUATED,
  RETURNING;

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the region is doing after an event; some events only tell something about it. */
  RegionCondition after(RegionEvent event) {
    return switch (event) {
      case RegionEvent.RegionStarted _,
          RegionEvent.ImagePresent _,
          RegionEvent.WayBackRecorded _,
          RegionEvent.Reviewed _ ->
          PREPARING;
      case RegionEvent.DeployIntended _ -> DEPLOYING;
      case RegionEvent.Deployed _ -> CHECKING;
      case RegionEvent.CheckEnded check -> check.passed() ? CHECKING : DEGRADED;
      case RegionEvent.BakeStarted _, RegionEvent.BakeProgressed _ -> BAKING;
      case RegionEvent.RegionHeld _ -> HELD;
      case RegionEvent.VerdictGiven verdict -> judged(verdict);
      case RegionEvent.StepFailed _ -> STUCK;
      case RegionEvent.RestoreIntended _ -> RESTORING;
      case RegionEvent.Restored _, RegionEvent.RegionSettled _ -> RESTORED;
      case RegionEvent.RegionOwed _ -> OWED;
      case RegionEvent.EvacuationIntended _ -> EVACUATING;
      case RegionEvent.Evacuated _ -> EVACUATED;
      case RegionEvent.ReturnIntended _ -> RETURNING;
      case RegionEvent.Returned _, RegionEvent.EvacuationRefused _, RegionEvent.RegionObserved _ ->
          this;
      case RegionEvent.RegionEnded ended -> of(ended.end());
    };
  }

  private RegionCondition judged(RegionEvent.VerdictGiven verdict) {
    return switch (verdict.cause().kind()) {
      case HEALTHY -> this;
      case DEGRADED -> DEGRADED;
      case INCONCLUSIVE -> INCONCLUSIVE;
    };
  }

  private RegionCondition of(RegionEnd end) {
    return switch (end) {
      case PASSED -> PASSED;
      case FAILED -> FAILED;
      case DEGRADED -> DEGRADED;
      case INCONCLUSIVE -> INCONCLUSIVE;
      case CANCELLED -> CANCELLED;
    };
  }
}
