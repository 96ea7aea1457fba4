package dev.meridian.simulation;

import static dev.meridian.simulation.Told.CANARY;
import static dev.meridian.simulation.Told.FOURTH;
import static dev.meridian.simulation.Told.SECOND;
import static dev.meridian.simulation.Told.THIRD;
import static dev.meridian.simulation.Told.broken;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.region.change.RegionChange;
import dev.meridian.region.change.RegionChange.Skipped;
import dev.meridian.release.PlanRevision;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.simulation.Clusters.Running;
import dev.meridian.simulation.SimulatedWorld.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The third region has left when the documents are compared before wave 2. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class PlanLawsTest {
  private static final RegionChange LEFT = new Skipped(THIRD, 3);

  private final Told told = new Told(new Turn(2, 2, Turn.Kind.LEFT));

  private void changed(Optional<PlanRevision> revised, RegionChange... changes) {
    told.say(new ReleaseEvent.CatalogueChanged(2, 1, List.of(changes), revised, "because"));
  }

  /** A plan of these, one wave each. */
  private static Optional<PlanRevision> plan(int number, RegionCode... regions) {
    List<PlannedRegion> schedule = new ArrayList<>();
    for (RegionCode region : regions) {
      schedule.add(
          new PlannedRegion(
              region,
              schedule.size() + 1,
              region.equals(CANARY) ? Role.CANARY : Role.PRODUCTION,
              new Share(150_000),
              region.value()));
    }
    return Optional.of(new PlanRevision(number, schedule, "plan"));
  }

  private void without() {
    told.passed(1, CANARY);
    changed(plan(2, CANARY, SECOND, FOURTH), LEFT);
  }

  private void wave(int number, RegionCode region) {
    told.say(new ReleaseEvent.WaveStarted(number, List.of(region), "because", 2));
  }

  @Test
  void release_thatGoesOnWithoutTheRegion_breaksNothing() {
    assertThatCode(
            () -> {
              without();
              wave(2, SECOND);
              told.deployed(SECOND);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void wave_withARegionThatHasLeft_breaksP2() {
    told.passed(1, CANARY);
    told.passed(2, SECOND);
    broken("P2", () -> told.wave(3, THIRD));
  }

  @Test
  void wave_ofAnotherPlanRevision_breaksP12() {
    without();
    broken("P12", () -> told.wave(2, SECOND));
  }

  @Test
  void revision_outOfOrder_breaksP12() {
    told.passed(1, CANARY);
    broken("P12", () -> changed(plan(3, CANARY, SECOND, FOURTH), LEFT));
  }

  @Test
  void revision_thatForgetsARegion_orStillGoesWhereNobodyIs_breaksP2() {
    told.passed(1, CANARY);
    broken("P2", () -> changed(plan(2, CANARY, SECOND), LEFT));
    broken("P2", () -> changed(plan(2, CANARY, SECOND, THIRD, FOURTH), LEFT));
  }

  @Test
  void revision_ofAWaveThatHasBegun_breaksP2() {
    told.passed(1, CANARY);
    broken("P2", () -> changed(plan(2, SECOND, CANARY, FOURTH), LEFT));
  }

  @Test
  void revision_insideAWave_breaksP1() {
    told.wave(1, CANARY);
    broken("P1", () -> changed(plan(2, CANARY, SECOND, FOURTH), LEFT));
  }

  @Test
  void change_thatLeavesOutWhoLeft_orIsRecordedTwice_breaksP25() {
    told.passed(1, CANARY);
    broken("P25", () -> changed(plan(2, CANARY, SECOND, FOURTH)));
    changed(plan(2, CANARY, SECOND, FOURTH), LEFT);
    broken("P25", () -> changed(Optional.empty(), LEFT));
  }

  @Test
  void step_inASkippedRegion_breaksP15() {
    without();
    broken("P15", () -> told.wayBack(THIRD));
    broken("P15", () -> told.applied(THIRD, Running.CONTENDER));
  }

  @Test
  void stop_thatNobodyAskedFor_isBelievedOnlyWhereEverybodyLeft() {
    without();
    broken("P14", () -> told.over(ReleaseOutcome.STOPPED));
  }
}
