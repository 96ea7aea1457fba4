package dev.meridian.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.release.decision.ReleaseStep;
import dev.meridian.simulation.Clusters.Running;
import dev.meridian.simulation.SimulatedWorld.Turn;
import java.time.Instant;
import java.util.List;

/** A history told to the laws entry by entry, whether or not anybody would decide so. */
final class Told {
  static final RegionCode CANARY = new RegionCode("sim-region-a");
  static final RegionCode SECOND = new RegionCode("sim-region-b");
  static final RegionCode THIRD = new RegionCode("sim-region-c");
  static final RegionCode FOURTH = new RegionCode("sim-region-d");

  final Laws laws;

  private long intention;

  /**
   * @param turns of the documents
   */
  Told(Turn... turns) {
    this(new Laws(world(turns)));
  }

  Told(Laws laws) {
    this.laws = laws;
  }

  /** A canary, then production one by one; the second and the fourth fail together. */
  static SimulatedWorld world(Turn... turns) {
    return new SimulatedWorld(
        1,
        List.of(
            region(CANARY, 1, Role.CANARY, "canary"),
            region(SECOND, 2, Role.PRODUCTION, "shared"),
            region(THIRD, 3, Role.PRODUCTION, "own"),
            region(FOURTH, 4, Role.PRODUCTION, "shared")),
        true,
        List.of(),
        List.of(),
        List.of(turns));
  }

  private static SimulatedRegion region(RegionCode code, int wave, Role role, String domain) {
    PlannedRegion planned = new PlannedRegion(code, wave, role, new Share(150_000), domain);
    return new SimulatedRegion(planned, List.of(Fate.GOOD), List.of(), 0, false, false);
  }

  static void broken(String property, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            BrokenLaw.class, law -> assertThat(law.property()).isEqualTo(property));
  }

  void say(ReleaseEvent event) {
    laws.recorded(event);
  }

  void wave(int number, RegionCode region) {
    say(new ReleaseEvent.WaveStarted(number, List.of(region), "because"));
  }

  void wayBack(RegionCode region) {
    say(new RegionEvent.WayBackRecorded(region, 1, "inventory", 1));
  }

  void deployIntended(RegionCode region) {
    say(new RegionEvent.DeployIntended(region, 1, "manifests"));
  }

  void deployed(RegionCode region) {
    wayBack(region);
    deployIntended(region);
    applied(region, Running.CONTENDER);
    say(new RegionEvent.Deployed(region, 1, Instant.EPOCH));
  }

  void applied(RegionCode region, Running what) {
    laws.applied(region, what, ++intention);
  }

  void checked(RegionCode region) {
    say(new RegionEvent.CheckEnded(region, 1, "integration", true, "well", ""));
  }

  void verdict(RegionCode region, VerdictCause cause) {
    say(new RegionEvent.VerdictGiven(region, 1, cause, "evidence", "seen"));
  }

  void ended(RegionCode region, RegionEnd how) {
    say(new RegionEvent.RegionEnded(region, 1, how, "because"));
  }

  /** A whole wave, well. */
  void passed(int wave, RegionCode region) {
    wave(wave, region);
    deployed(region);
    checked(region);
    verdict(region, VerdictCause.PROVEN);
    ended(region, RegionEnd.PASSED);
    say(new ReleaseEvent.WavePassed(wave, "because"));
  }

  void allPassed() {
    passed(1, CANARY);
    passed(2, SECOND);
    passed(3, THIRD);
    passed(4, FOURTH);
  }

  /** The recovery of a release whose newest region was found bad late. */
  void recovering() {
    allPassed();
    verdict(FOURTH, VerdictCause.GATE);
    say(new ReleaseEvent.RecoveryStarted(RecoveryCause.DEGRADED, "because"));
  }

  void restoreIntended(RegionCode region) {
    say(new RegionEvent.RestoreIntended(region, 1, "inventory", "because"));
  }

  void restored(RegionCode region) {
    restoreIntended(region);
    applied(region, Running.INCUMBENT);
    say(new RegionEvent.Restored(region, 1, List.of(), "well"));
  }

  void failed(RegionCode region, String step, FailureCode code) {
    say(new RegionEvent.StepFailed(region, 1, step, code, code.fact()));
  }

  void evacuated(RegionCode region, RegionCode... receivers) {
    say(new RegionEvent.EvacuationIntended(region, 1, "because", 1, "weights"));
    say(new RegionEvent.Evacuated(region, 1, 1, "weights", "moved", List.of(receivers)));
  }

  void chosen(ReleaseStep step) {
    laws.chosen(step);
  }

  void restore(RegionCode... batch) {
    chosen(new ReleaseStep.Restore(List.of(batch), "because"));
  }

  /** Nothing more happens. */
  void stands() {
    laws.stands();
  }

  void over(ReleaseOutcome outcome) {
    say(new ReleaseEvent.ReleaseEnded(outcome, "because"));
  }
}
