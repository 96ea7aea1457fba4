package dev.meridian.release;

import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.VerdictKind;
import dev.meridian.region.RegionCode;
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
 * @param finding sentence of this attempt's verdict; {@code ""} before there is one
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
    String finding,
    List<RegionCode> receivers,
    String sentence) {

  private static final int MOST_RELAPSES = 3;

  public RegionProgress {
    reached = Collections.unmodifiableSortedSet(new TreeSet<>(reached));
    checksPassed = List.copyOf(checksPassed);
    finding = finding == null ? "" : finding;
    receivers = receivers == null ? List.of() : List.copyOf(receivers);
  }

  /** Nothing has happened there yet. */
  public static RegionProgress untouched(RegionCode region) {
    return new RegionFold(region).progress();
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

  /** The same, it was not an alarm alone that said so, and nowhere else is it alike. */
  public boolean harmSeen() {
    return checkFailed.isPresent()
        || (harmed()
            && !verdict.equals(Optional.of(VerdictCause.ALARM))
            && !verdict.equals(Optional.of(VerdictCause.ENVIRONMENT)));
  }

  /** Its harm may be the environment's, and no person has looked at it yet. */
  public boolean suspect() {
    return verdict.equals(Optional.of(VerdictCause.ENVIRONMENT)) && !has(Milestone.LOOKED_AT);
  }

  /** A check of its own found harm, or a gate did when nothing else had just changed there. */
  public boolean foundHarm() {
    return checkFailed.isPresent() || (judgedHarmful() && !has(Milestone.CHANGED_NEARBY));
  }

  /** A gate of its own found harm, whatever it came from. */
  public boolean judgedHarmful() {
    return verdict.filter(VerdictCause::ofGate).isPresent();
  }

  /** The contender may be there: there is something to undo. */
  public boolean touched() {
    return has(Milestone.TOUCHED);
  }

  /** The cluster answers whoever looks and nobody who changes: waiting for it does not help. */
  public boolean relapsing() {
    return relapses >= MOST_RELAPSES;
  }

  /** What its end rests on, whatever was done about it since. */
  public String why() {
    return checkFailed
        .or(() -> Optional.of(finding).filter(found -> !found.isEmpty()))
        .or(() -> trouble.map(Trouble::sentence))
        .orElse(sentence);
  }

  /** What is true after an event in this region. */
  public RegionProgress after(RegionEvent event) {
    RegionFold fold = new RegionFold(this);
    fold.apply(event);
    return fold.progress();
  }

  /** A person has said: go on, whatever was suspected. */
  RegionProgress lookedAt() {
    RegionFold fold = new RegionFold(this);
    fold.lookedAt();
    return fold.progress();
  }

  /** A person has said: try the way back again. */
  RegionProgress withoutRecoveryTrouble() {
    RegionFold fold = new RegionFold(this);
    fold.tryAgain();
    return fold.progress();
  }
}
