package dev.meridian.release;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.VerdictKind;
import dev.meridian.region.RegionCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is true of one region in a release: the fold of its {@link RegionEvent}s.
 *
 * @param region which
 * @param attempt 0 before the first
 * @param reached milestones, in the order of the enum
 * @param checksPassed in this attempt, in order
 * @param checkFailed the sentence of the check that found fault in this attempt
 * @param verdict of this attempt, also when it came from the watch
 * @param trouble on the way forward in this attempt
 * @param recoveryTrouble on the way back
 * @param relapses how often in a row a cluster that was seen to answer has not answered a change
 * @param end of this attempt
 * @param receivers of its traffic, while that is elsewhere
 * @param sentence the newest one that a person would want to read about this region
 */
public record RegionProgress(
    RegionCode region,
    int attempt,
    SortedSet<Milestone> reached,
    List<String> checksPassed,
    Optional<String> checkFailed,
    Optional<VerdictCause> verdict,
    Optional<Trouble> trouble,
    Optional<Trouble> recoveryTrouble,
    int relapses,
    Optional<RegionEnd> end,
    List<RegionCode> receivers,
    String sentence) {

  private static final int MOST_RELAPSES = 3;

  public RegionProgress {
    reached = Collections.unmodifiableSortedSet(new TreeSet<>(reached));
    checksPassed = List.copyOf(checksPassed);
    receivers = receivers == null ? List.of() : List.copyOf(receivers);
  }

  /** Nothing has happened there yet. */
  public static RegionProgress untouched(RegionCode region) {
    return new Change(region).progress();
  }

  public boolean has(Milestone milestone) {
    return reached.contains(milestone);
  }

  /** Started and not ended. */
  public boolean open() {
    return attempt > 0 && end.isEmpty();
  }

  public boolean passed() {
    return end.equals(Optional.of(RegionEnd.PASSED)) && !harmed();
  }

  /** Users were harmed, or would have been. */
  public boolean harmed() {
    return checkFailed.isPresent()
        || verdict.map(cause -> cause.kind() == VerdictKind.DEGRADED).orElse(false);
  }

  /** A gate or a check of its own found harm: more than that a region was harmed. */
  public boolean foundHarm() {
    return checkFailed.isPresent() || verdict.equals(Optional.of(VerdictCause.GATE));
  }

  /** The contender may be there: there is something to undo. */
  public boolean touched() {
    return has(Milestone.TOUCHED);
  }

  /** The cluster answers whoever looks and nobody who changes: waiting for it does not help. */
  public boolean relapsing() {
    return relapses >= MOST_RELAPSES;
  }

  /** What is true after an event in this region. */
  public RegionProgress after(RegionEvent event) {
    Change change = new Change(this);
    change.apply(event);
    return change.progress();
  }

  /** A person has said: try the way back again. */
  RegionProgress withoutRecoveryTrouble() {
    Change change = new Change(this);
    change.recoveryTrouble = Optional.empty();
    change.relapses = 0;
    return change.progress();
  }

  /** One step of the fold, as assignments: a record of ten components is not copied by hand. */
  private static final class Change {
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
    private List<RegionCode> receivers = List.of();
    private String sentence = "";

    private Change(RegionCode region) {
      this.region = region;
    }

    private Change(RegionProgress from) {
      region = from.region;
      attempt = from.attempt;
      reached.addAll(from.reached);
      checksPassed.addAll(from.checksPassed);
      checkFailed = from.checkFailed;
      verdict = from.verdict;
      trouble = from.trouble;
      recoveryTrouble = from.recoveryTrouble;
      relapses = from.relapses;
      end = from.end;
      receivers = from.receivers;
      sentence = from.sentence;
    }

    private RegionProgress progress() {
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
          receivers,
          sentence);
    }

    private void apply(RegionEvent event) {
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
      checksPassed.clear();
      checkFailed = Optional.empty();
      verdict = Optional.empty();
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
      sentence = event.sentence();
      if (event.cause() == VerdictCause.DARK) {
        reached.add(Milestone.DARK);
      }
    }

    private void observed(RegionEvent.RegionObserved event) {
      sentence = event.sentence();
      reached.remove(Milestone.AWAY);
      if (event.cluster()) {
        relapses += away(trouble) || away(recoveryTrouble) ? 1 : 0;
        reached.remove(Milestone.DARK);
        trouble = trouble.filter(t -> !t.code().retryable());
        recoveryTrouble = recoveryTrouble.filter(t -> !t.code().retryable());
      } else {
        reached.add(event.dark() ? Milestone.DARK : Milestone.AWAY);
      }
    }

    private static boolean away(Optional<Trouble> known) {
      return known.filter(t -> t.code() == FailureCode.CLUSTER_UNREACHABLE).isPresent();
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
     * After the review the deploy follows at once: who is given up there may have changed
     * something, or may still do so until a restore has overtaken it.
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
}
