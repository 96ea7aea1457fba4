package dev.meridian.simulation;

import static dev.meridian.simulation.Told.CANARY;
import static dev.meridian.simulation.Told.SECOND;
import static dev.meridian.simulation.Told.broken;

import dev.meridian.gate.VerdictCause;
import dev.meridian.release.PauseCause;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.simulation.Clusters.Running;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What must hold between two releases is broken on purpose. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class OverlapLawsTest {
  private static final ReleaseId OLDER = new ReleaseId(new UUID(0, 1));
  private static final ReleaseId YOUNGER = new ReleaseId(new UUID(0, 2));

  private final SimulatedWorld world = Told.world();
  private final Ground ground = new Ground(world);
  private final OverlapLaws laws = new OverlapLaws(world, ground);
  private final Told older = new Told(new Laws(world, laws::older));
  private final Told younger = new Told(new Laws(world, laws::younger));

  /** The older one is past its canary, the younger one is let in. */
  private void overlap() {
    older.passed(1, CANARY);
    ground.at(CANARY).revision = OverlapLaws.OLDER;
    older.say(new ReleaseEvent.YoungerStarted(YOUNGER, List.of(CANARY), "because"));
    younger.say(Simulation.started(world).after(OLDER));
  }

  /** The younger one is in the canary as well. */
  private void overlaid() {
    overlap();
    younger.wave(1, CANARY);
    younger.deployed(CANARY);
    ground.at(CANARY).revision = OverlapLaws.YOUNGER;
  }

  @Test
  void older_followedWhileAPersonMustAct_breaksP5() {
    older.passed(1, CANARY);
    older.say(new ReleaseEvent.Paused(PauseCause.REQUESTED, "person", "because"));
    broken(
        "P5",
        () -> older.say(new ReleaseEvent.YoungerStarted(YOUNGER, List.of(CANARY), "because")));
  }

  @Test
  void younger_inProductionBeforeTheOlderHasEnded_breaksP5() {
    overlap();
    younger.passed(1, CANARY);
    broken("P5", () -> younger.wave(2, SECOND));
  }

  @Test
  void younger_thatStaysBeforeTheOlderHasEnded_breaksP5() {
    overlaid();
    broken("P5", () -> younger.over(ReleaseOutcome.STOPPED));
  }

  @Test
  void older_restoredBeneathTheYounger_breaksP15() {
    overlaid();
    broken("P15", () -> older.restoreIntended(CANARY));
  }

  @Test
  void younger_deployedOnWhatIsTakenAway_breaksP15() {
    overlap();
    younger.wave(1, CANARY);
    younger.wayBack(CANARY);
    older.say(new ReleaseEvent.AbortRequested("person", "because"));
    younger.say(new ReleaseEvent.OlderTakenBack(OLDER, "because"));
    broken("P15", () -> younger.deployIntended(CANARY));
  }

  @Test
  void younger_restoredToWhatItHadNotFound_breaksP16() {
    overlaid();
    younger.restoreIntended(CANARY);
    ground.at(CANARY).revision = Ground.BEFORE;
    broken("P16", () -> younger.applied(CANARY, Running.INCUMBENT));
  }

  @Test
  void older_blamedWhereTheYoungerIs_breaksP18() {
    overlap();
    older.say(new ReleaseEvent.YoungerEntered(YOUNGER, List.of(CANARY), "it has begun"));
    broken("P18", () -> older.verdict(CANARY, VerdictCause.GATE));
  }

  @Test
  void older_thatWaitsForNobody_breaksL1() {
    older.passed(1, CANARY);
    broken("L1", () -> laws.stand(Optional.empty(), Optional.empty()));
  }
}
