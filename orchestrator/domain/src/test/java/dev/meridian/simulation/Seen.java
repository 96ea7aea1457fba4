package dev.meridian.simulation;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.VerdictKind;
import dev.meridian.region.RegionCode;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What an observer knows of one region, from its entries and from what was done to it. */
final class Seen {
  PlannedRegion planned;

  /** Place in the schedule: who comes later is newer. */
  int place;

  /** It has left before its wave, and is not gone to any more. */
  boolean skipped;

  int attempt;
  boolean open;
  Optional<RegionEnd> end = Optional.empty();
  boolean deployed;
  final TreeSet<String> checksPassed = new TreeSet<>();
  Optional<VerdictCause> verdict = Optional.empty();
  boolean harmed;

  /** Its harm may be the environment's, and no person has looked yet. */
  boolean suspect;

  /** By a gate, an alarm or a check of its own, in any attempt. */
  boolean foundHarm;

  boolean wayBack;
  boolean reviewed;
  boolean deployIntended;
  boolean restoreIntended;
  boolean restored;

  /** A deploy was intended, or may have been, and no restore has undone it since. */
  boolean mayHold;

  /** What its cluster really runs. */
  boolean contender;

  long fence;
  boolean dark;
  boolean away;
  boolean wayBackUnanswered;
  boolean restoreFailed;

  /** A step of this attempt failed before its eyes, whatever the metrics say. */
  boolean stepFailed;

  boolean evacuationIntended;
  boolean evacuationOver;
  boolean evacuated;
  boolean returnIntended;
  boolean returnFailed;
  boolean owed;

  /** A younger release may have its contender there. */
  boolean beneath;

  /** The younger release has begun there. */
  boolean entered;

  List<RegionCode> receivers = List.of();

  Seen(PlannedRegion planned, int place) {
    this.planned = planned;
    this.place = place;
  }

  boolean passed() {
    return end.equals(Optional.of(RegionEnd.PASSED)) && !harmed;
  }

  /** The younger release has left. */
  void alone() {
    beneath = false;
    entered = false;
  }

  /** Whether a change could be tried now. */
  boolean reachable() {
    return !dark && !away && !wayBackUnanswered;
  }

  /** Whether its restore is due. */
  boolean waiting() {
    return mayHold && !owed && !beneath && reachable();
  }

  void begun(int number) {
    attempt = number;
    open = true;
    end = Optional.empty();
    deployed = false;
    reviewed = false;
    away = false;
    checksPassed.clear();
    verdict = Optional.empty();
    suspect = false;
    stepFailed = false;
    mayTryAgain();
  }

  /** A person has looked. */
  void mayTryAgain() {
    wayBackUnanswered = false;
    restoreFailed = false;
  }

  void note(RegionEvent event) {
    switch (event) {
      case RegionEvent.RegionStarted _,
          RegionEvent.ImagePresent _,
          RegionEvent.BakeStarted _,
          RegionEvent.BakeProgressed _,
          RegionEvent.RegionHeld _ -> {}
      case RegionEvent.WayBackRecorded _ -> wayBack = true;
      case RegionEvent.Reviewed _ -> reviewed = true;
      case RegionEvent.DeployIntended _ -> {
        deployIntended = true;
        mayHold = true;
        restored = false;
      }
      case RegionEvent.Deployed _ -> deployed = true;
      case RegionEvent.CheckEnded e -> checked(e);
      case RegionEvent.VerdictGiven e -> judged(e);
      case RegionEvent.RegionObserved e -> observed(e);
      case RegionEvent.StepFailed e -> failed(e);
      case RegionEvent.RestoreIntended _ -> restoreIntended = true;
      case RegionEvent.Restored _ -> restored();
      case RegionEvent.RegionOwed _ -> owed = true;
      case RegionEvent.RegionSettled _ -> owed = false;
      case RegionEvent.EvacuationIntended _ -> evacuationIntended = true;
      case RegionEvent.Evacuated e -> {
        evacuationOver = true;
        evacuated = true;
        receivers = e.receivers();
      }
      case RegionEvent.EvacuationRefused _ -> evacuationOver = true;
      case RegionEvent.ReturnIntended _ -> returnIntended = true;
      case RegionEvent.Returned _ -> {
        evacuated = false;
        receivers = List.of();
      }
      case RegionEvent.RegionEnded e -> ended(e.end());
    }
  }

  private void checked(RegionEvent.CheckEnded event) {
    if (event.passed()) {
      checksPassed.add(event.check());
    } else {
      harmed = true;
      foundHarm = true;
    }
  }

  private void judged(RegionEvent.VerdictGiven event) {
    VerdictCause cause = event.cause();
    verdict = Optional.of(cause);
    harmed |= cause.kind() == VerdictKind.DEGRADED;
    foundHarm |=
        (cause == VerdictCause.GATE || cause == VerdictCause.ALARM) && !event.changedNearby();
    dark |= cause == VerdictCause.DARK;
    suspect = cause == VerdictCause.ENVIRONMENT;
  }

  private void observed(RegionEvent.RegionObserved event) {
    if (event.cluster()) {
      dark = false;
      away = false;
      wayBackUnanswered = false;
    } else {
      dark |= event.dark();
      away |= !event.dark();
    }
  }

  private void failed(RegionEvent.StepFailed event) {
    boolean unanswered = event.code() == FailureCode.CLUSTER_UNREACHABLE;
    switch (event.step()) {
      case Trouble.RESTORE -> {
        wayBackUnanswered = unanswered;
        restoreFailed = !unanswered;
      }
      case Trouble.EVACUATE -> evacuationOver = true;
      case Trouble.RETURN -> returnFailed = true;
      default -> stepFailed = true;
    }
  }

  private void restored() {
    restored = true;
    reviewed = false;
    mayHold = false;
    dark = false;
    away = false;
    mayTryAgain();
  }

  /** After the review the deploy follows at once: who is given up there may have begun it. */
  private void ended(RegionEnd how) {
    open = false;
    end = Optional.of(how);
    mayHold |= how == RegionEnd.CANCELLED && reviewed;
  }
}
