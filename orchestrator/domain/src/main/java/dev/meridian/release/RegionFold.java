package dev.meridian.release;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.VerdictKind;
import dev.meridian.region.RegionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One step of the fold of a region, as assignments: a record of many components is not copied by
 * hand.
 */
final class RegionFold {
  private final RegionCode region;
  private int attempt;
  private final TreeSet<Milestone> reached = new TreeSet<>();
  private final List<String> checksPassed = new ArrayList<>();
  private Optional<String> checkFailed = Optional.empty();
  private Optional<VerdictCause> verdict = Optional.empty();
  private Optional<Trouble> trouble = Optional.empty();
  private Optional<Trouble> recoveryTrouble = Optional.empty();
  private int relapses;
  private Optional<RegionEnd> end = Optional.empty();
  private String finding = "";
  private List<RegionCode> receivers = List.of();
  private String sentence = "";

  RegionFold(RegionCode region) {
    this.region = region;
  }

  RegionFold(RegionProgress from) {
    region = from.region();
    attempt = from.attempt();
    reached.addAll(from.reached());
    checksPassed.addAll(from.checksPassed());
    checkFailed = from.checkFailed();
    verdict = from.verdict();
    trouble = from.trouble();
    recoveryTrouble = from.recoveryTrouble();
    relapses = from.relapses();
    end = from.end();
    finding = from.finding();
    receivers = from.receivers();
    sentence = from.sentence();
  }

  RegionProgress progress() {
    return new RegionProgress(
        region,
        attempt,
        reached,
        checksPassed,
        checkFailed,
        verdict,
        trouble,
        recoveryTrouble,
        relapses,
        end,
        finding,
        receivers,
        sentence);
  }

  /** The way back may be tried again. */
  void tryAgain() {
    recoveryTrouble = Optional.empty();
    relapses = 0;
  }

  /** Whatever was suspected, somebody has looked at it. */
  void lookedAt() {
    reached.add(Milestone.LOOKED_AT);
  }

  void apply(RegionEvent event) {
    switch (event) {
      case RegionEvent.RegionStarted e -> startAttempt(e);
      case RegionEvent.ImagePresent _ -> reached.add(Milestone.IMAGE_PRESENT);
      case RegionEvent.WayBackRecorded _ -> reached.add(Milestone.WAY_BACK_RECORDED);
      case RegionEvent.Reviewed _ -> reached.add(Milestone.REVIEWED);
      case RegionEvent.DeployIntended _ -> touch();
      case RegionEvent.Deployed _ -> {
        relapses = 0;
        touch();
        reached.add(Milestone.EXPOSED);
      }
      case RegionEvent.CheckEnded e -> checkEnded(e);
      case RegionEvent.BakeStarted _, RegionEvent.BakeProgressed _ -> {}
      case RegionEvent.VerdictGiven e -> verdictGiven(e);
      case RegionEvent.RegionHeld e -> sentence = e.reason();
      case RegionEvent.RegionObserved e -> observed(e);
      case RegionEvent.StepFailed e -> stepFailed(e);
      case RegionEvent.RestoreIntended e -> sentence = e.reason();
      case RegionEvent.Restored e -> restored(e);
      case RegionEvent.RegionOwed e -> say(Milestone.OWED, e.reason());
      case RegionEvent.RegionSettled e -> settled(e);
      case RegionEvent.EvacuationIntended e -> sentence = e.reason();
      case RegionEvent.Evacuated e -> evacuated(e);
      case RegionEvent.EvacuationRefused e -> say(Milestone.EVACUATION_REFUSED, e.sentence());
      case RegionEvent.ReturnIntended e -> sentence = e.reason();
      case RegionEvent.Returned e -> returned(e);
      case RegionEvent.RegionEnded e -> ended(e);
    }
  }

  /** The attempt that is running already is not begun again. */
  private void startAttempt(RegionEvent.RegionStarted event) {
    if (event.attempt() <= attempt) {
      return;
    }
    attempt = event.attempt();
    reached.remove(Milestone.IMAGE_PRESENT);
    reached.remove(Milestone.REVIEWED);
    reached.remove(Milestone.EXPOSED);
    reached.remove(Milestone.AWAY);
    reached.remove(Milestone.LOOKED_AT);
    checksPassed.clear();
    checkFailed = Optional.empty();
    verdict = Optional.empty();
    finding = "";
    trouble = Optional.empty();
    recoveryTrouble = Optional.empty();
    relapses = 0;
    end = Optional.empty();
    sentence = event.reason();
  }

  private void touch() {
    reached.add(Milestone.TOUCHED);
    reached.remove(Milestone.RESTORED);
  }

  private void checkEnded(RegionEvent.CheckEnded event) {
    sentence = event.sentence();
    if (event.passed()) {
      checksPassed.add(event.check());
    } else {
      checkFailed = Optional.of(event.sentence());
    }
  }

  /** Degraded is final within an attempt: no later verdict takes it back. */
  private void verdictGiven(RegionEvent.VerdictGiven event) {
    if (verdict.map(VerdictCause::kind).filter(VerdictKind.DEGRADED::equals).isPresent()) {
      return;
    }
    verdict = Optional.of(event.cause());
    finding = event.sentence();
    sentence = event.sentence();
    if (event.cause() == VerdictCause.DARK) {
      reached.add(Milestone.DARK);
    }
    if (event.cause().ofGate() && event.changedNearby()) {
      reached.add(Milestone.CHANGED_NEARBY);
    }
  }

  private void observed(RegionEvent.RegionObserved event) {
    sentence = event.sentence();
    reached.remove(Milestone.AWAY);
    if (event.cluster()) {
      relapses +=
          trouble.filter(Trouble::clusterAway).isPresent()
                  || recoveryTrouble.filter(Trouble::clusterAway).isPresent()
              ? 1
              : 0;
      reached.remove(Milestone.DARK);
      trouble = trouble.filter(t -> !t.code().retryable());
      recoveryTrouble = recoveryTrouble.filter(t -> !t.code().retryable());
    } else {
      reached.add(event.dark() ? Milestone.DARK : Milestone.AWAY);
    }
  }

  private void stepFailed(RegionEvent.StepFailed event) {
    Trouble failed = new Trouble(event.step(), event.code(), event.sentence());
    sentence = event.sentence();
    if (failed.ofRecovery()) {
      recoveryTrouble = Optional.of(failed);
    } else {
      trouble = Optional.of(failed);
    }
    if (failed.step().equals(Trouble.DEPLOY) && failed.code() != FailureCode.FENCED) {
      touch();
    }
  }

  private void restored(RegionEvent.Restored event) {
    reached.remove(Milestone.TOUCHED);
    reached.remove(Milestone.REVIEWED);
    reached.remove(Milestone.EXPOSED);
    reached.remove(Milestone.DARK);
    reached.remove(Milestone.AWAY);
    recoveryTrouble = Optional.empty();
    relapses = 0;
    say(Milestone.RESTORED, event.sentence());
  }

  private void settled(RegionEvent.RegionSettled event) {
    reached.remove(Milestone.OWED);
    sentence = event.sentence();
  }

  private void evacuated(RegionEvent.Evacuated event) {
    receivers = event.receivers();
    say(Milestone.EVACUATED, event.sentence());
  }

  private void returned(RegionEvent.Returned event) {
    reached.remove(Milestone.EVACUATED);
    receivers = List.of();
    recoveryTrouble = Optional.empty();
    sentence = event.sentence();
  }

  /**
   * After the review the deploy follows at once: who is given up there may have changed something,
   * or may still do so until a restore has overtaken it. Once restored there is no review to
   * follow.
   */
  private void ended(RegionEvent.RegionEnded event) {
    end = Optional.of(event.end());
    sentence = event.reason();
    if (event.end() == RegionEnd.CANCELLED && reached.contains(Milestone.REVIEWED)) {
      touch();
    }
  }

  private void say(Milestone milestone, String text) {
    reached.add(milestone);
    sentence = text;
  }
}
