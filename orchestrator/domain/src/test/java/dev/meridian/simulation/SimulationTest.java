package dev.meridian.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.release.CommandKind;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.simulation.Fate.Obstacle;
import dev.meridian.simulation.SimulatedWorld.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SimulationTest {
  private static final long SEEDS = 30_000;

  @Test
  void releases_inRandomWorlds_keepEveryLaw() {
    Simulations.Report report = Simulations.run(0, SEEDS);

    assertThat(report.violation()).isEmpty();
    assertThat(report.ends())
        .containsOnlyKeys("aborted", "completed", "rolled back", "stopped", "waiting for a person");
    assertThat(report.ends().values()).allSatisfy(count -> assertThat(count).isGreaterThan(100));
  }

  @Test
  void release_ofTheSameSeed_isTheSame() {
    for (long seed = 0; seed < 200; seed++) {
      assertThat(Simulation.of(WorldDraw.of(seed)).entries())
          .isEqualTo(Simulation.of(WorldDraw.of(seed)).entries());
    }
  }

  /** The workflow was told that the deploy had failed, but not that it had begun. */
  @Test
  void deploy_thatFails_isUndone() {
    SimulatedWorld world =
        world(fate(Obstacle.NONE, VerdictCause.GATE), fate(Obstacle.DEPLOY, VerdictCause.PROVEN));

    assertThat(Simulation.of(world).broken()).isEmpty();
    assertThat(restored(Simulation.of(one(fate(Obstacle.DEPLOY, VerdictCause.PROVEN)))))
        .containsExactly("sim-region-a");
  }

  @Test
  void deploy_thatIsGivenUp_isUndone() {
    for (long at = 0; at < 300; at++) {
      SimulatedWorld world =
          new SimulatedWorld(
              at,
              one(Fate.GOOD).regions(),
              true,
              List.of(new Order(at, CommandKind.ABORT, 0)),
              List.of());
      Simulation.Result result = Simulation.of(world);
      assertThat(result.broken()).isEmpty();
      assertThat(result.outcome()).contains(ReleaseOutcome.ABORTED);
    }
  }

  @Test
  void documents_thatChange_areFollowedInManyWorlds() {
    List<Simulation.Result> changed =
        LongStream.range(0, 6_000)
            .mapToObj(WorldDraw::of)
            .filter(world -> !world.turns().isEmpty())
            .map(Simulation::of)
            .toList();

    assertThat(changed).allSatisfy(result -> assertThat(result.broken()).isEmpty());
    assertThat(changed.stream().filter(result -> revisions(result) > 0)).hasSizeGreaterThan(100);
    assertThat(changed.stream().filter(result -> revisions(result) > 1)).hasSizeGreaterThan(5);
    assertThat(changed.stream().filter(SimulationTest::completedWithoutAll)).hasSizeGreaterThan(50);
  }

  private static long revisions(Simulation.Result result) {
    return result.entries().stream()
        .filter(entry ->
            entry.event() instanceof ReleaseEvent.CatalogueChanged changed
                && changed.revised().isPresent())
        .count();
  }

  private static boolean completedWithoutAll(Simulation.Result result) {
    return result.outcome().equals(Optional.of(ReleaseOutcome.COMPLETED))
        && result.running().contains(Clusters.Running.INCUMBENT);
  }

  @Test
  void release_killedAfterEveryEntry_endsAsWithoutACrash() {
    for (long seed = 0; seed < 150; seed++) {
      assertThat(Crashes.violation(seed)).isEmpty();
    }
  }

  @Test
  void world_thatShowsSomething_isShrunkToWhatItTakes() {
    SimulatedWorld rolledBack =
        LongStream.range(0, 1_000)
            .mapToObj(WorldDraw::of)
            .filter(world -> world.regions().size() > 4 && !world.orders().isEmpty())
            .filter(SimulationTest::rollsBack)
            .findFirst()
            .orElseThrow();

    SimulatedWorld small = Shrinker.shrunk(rolledBack, SimulationTest::rollsBack);

    assertThat(small.orders()).isEmpty();
    assertThat(small.crashes()).isEmpty();
    assertThat(small.regions()).hasSize(1);
    assertThat(rollsBack(small)).isTrue();
  }

  private static boolean rollsBack(SimulatedWorld world) {
    return Simulation.of(world).outcome().equals(Optional.of(ReleaseOutcome.ROLLED_BACK));
  }

  private static List<String> restored(Simulation.Result result) {
    return result.entries().stream()
        .map(Book.Entry::event)
        .flatMap(event ->
            event instanceof RegionEvent.Restored e ? Stream.of(e.region().value()) : Stream.of())
        .toList();
  }

  private static Fate fate(Obstacle obstacle, VerdictCause verdict) {
    return new Fate(obstacle, verdict, Optional.empty());
  }

  private static SimulatedWorld one(Fate fate) {
    return world(fate);
  }

  private static SimulatedWorld world(Fate... fates) {
    List<SimulatedRegion> regions = new ArrayList<>();
    for (Fate fate : fates) {
      RegionCode code = new RegionCode("sim-region-" + (char) ('a' + regions.size()));
      PlannedRegion planned =
          new PlannedRegion(code, 1, Role.PRODUCTION, new Share(100_000), code.value());
      regions.add(new SimulatedRegion(planned, List.of(fate), List.of(), 0, false, false));
    }
    return new SimulatedWorld(7, regions, true, List.of(), List.of());
  }
}
