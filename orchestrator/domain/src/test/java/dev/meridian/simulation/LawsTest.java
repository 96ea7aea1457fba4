package dev.meridian.simulation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.simulation.Clusters.Running;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A checker that never bites proves nothing: each law is broken on purpose. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class LawsTest {
  private static final RegionCode CANARY = new RegionCode("sim-region-a");
  private static final RegionCode LATER = new RegionCode("sim-region-b");

  private final Laws laws =
      new Laws(
          new SimulatedWorld(
              1,
              List.of(region(CANARY, 1, Role.CANARY), region(LATER, 2, Role.PRODUCTION)),
              true,
              List.of(),
              List.of()));

  private static SimulatedRegion region(RegionCode code, int wave, Role role) {
    PlannedRegion planned = new PlannedRegion(code, wave, role, new Share(100_000), code.value());
    return new SimulatedRegion(planned, List.of(Fate.GOOD), List.of(), 0, false, false);
  }

  private void broken(String property, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            BrokenLaw.class,
            law -> org.assertj.core.api.Assertions.assertThat(law.property()).isEqualTo(property));
  }

  private void wave(int number, RegionCode region) {
    laws.recorded(new ReleaseEvent.WaveStarted(number, List.of(region), "because"));
  }

  private void deployed(RegionCode region) {
    laws.recorded(new RegionEvent.WayBackRecorded(region, 1, "inventory", 1));
    laws.recorded(new RegionEvent.DeployIntended(region, 1, "manifests"));
    laws.applied(region, Running.CONTENDER);
  }

  private void verdict(VerdictCause cause) {
    laws.recorded(new RegionEvent.VerdictGiven(CANARY, 1, cause, "evidence", "seen"));
  }

  @Test
  void wave_besideAnother_breaksP1() {
    wave(1, CANARY);
    broken("P1", () -> wave(2, LATER));
  }

  @Test
  void wave_outOfOrder_breaksP2() {
    broken("P2", () -> wave(2, LATER));
  }

  @Test
  void wave_thatPassesWithoutItsRegions_breaksP2() {
    wave(1, CANARY);
    broken("P2", () -> laws.recorded(new ReleaseEvent.WavePassed(1, "because")));
  }

  @Test
  void change_withoutAWayBack_breaksP15() {
    wave(1, CANARY);
    broken("P15", () -> laws.recorded(new RegionEvent.DeployIntended(CANARY, 1, "manifests")));
  }

  @Test
  void change_withoutAnIntention_breaksP25() {
    wave(1, CANARY);
    broken("P25", () -> laws.applied(CANARY, Running.CONTENDER));
  }

  @Test
  void pass_afterADegradedGate_breaksP9() {
    wave(1, CANARY);
    deployed(CANARY);
    verdict(VerdictCause.GATE);
    broken(
        "P9",
        () -> laws.recorded(new RegionEvent.RegionEnded(CANARY, 1, RegionEnd.PASSED, "because")));
  }

  @Test
  void deploy_afterAnAbort_breaksP14() {
    wave(1, CANARY);
    laws.recorded(new RegionEvent.WayBackRecorded(CANARY, 1, "inventory", 1));
    laws.recorded(new ReleaseEvent.AbortRequested("person", "because"));
    broken("P14", () -> laws.recorded(new RegionEvent.DeployIntended(CANARY, 1, "manifests")));
  }

  @Test
  void restore_whileEverythingIsSilent_breaksP33() {
    wave(1, CANARY);
    deployed(CANARY);
    verdict(VerdictCause.EVERYTHING_SILENT);
    broken(
        "P33",
        () -> laws.recorded(new RegionEvent.RestoreIntended(CANARY, 1, "inventory", "because")));
  }

  @Test
  void end_thatLeavesTheContenderBehind_breaksP15() {
    wave(1, CANARY);
    deployed(CANARY);
    laws.recorded(new RegionEvent.RegionEnded(CANARY, 1, RegionEnd.DEGRADED, "because"));
    broken(
        "P15",
        () ->
            laws.recorded(
                new ReleaseEvent.ReleaseEnded(ReleaseOutcome.ROLLED_BACK, "because", false)));
  }

  @Test
  void staleWrite_afterARestore_breaksP31() {
    wave(1, CANARY);
    deployed(CANARY);
    laws.recorded(new RegionEvent.RestoreIntended(CANARY, 1, "inventory", "because"));
    laws.applied(CANARY, Running.INCUMBENT);
    laws.recorded(new RegionEvent.Restored(CANARY, 1, List.of(), "well"));
    broken("P31", () -> laws.applied(CANARY, Running.CONTENDER));
  }

  @Test
  void evacuation_ofAHealthyRegion_breaksP33() {
    wave(1, CANARY);
    broken(
        "P33",
        () ->
            laws.recorded(new RegionEvent.EvacuationIntended(CANARY, 1, "because", 1, "weights")));
  }

  @Test
  void traffic_takenFromEveryRegion_breaksP20() {
    broken("P20", () -> laws.moved(CANARY, false, 0));
  }
}
