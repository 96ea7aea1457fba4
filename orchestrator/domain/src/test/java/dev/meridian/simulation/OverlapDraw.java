package dev.meridian.simulation;

import dev.meridian.region.Role;
import dev.meridian.release.PlannedRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Draws worlds of two releases that go to much the same regions. */
final class OverlapDraw {
  private static final int LATEST_WANTED = 30_000;
  private static final int MOST_ENTRIES = 120;

  private final SplittableRandom random;
  private final double trouble;

  private OverlapDraw(long seed, double trouble) {
    this.random = new SplittableRandom(~seed);
    this.trouble = trouble;
  }

  static OverlapWorld of(long seed) {
    return new OverlapDraw(seed, 1).world(WorldDraw.of(seed));
  }

  /** The same with three times the obstacles, outages and late harm. */
  static OverlapWorld ofTrouble(long seed) {
    SimulatedWorld calm = WorldDraw.of(seed);
    return new OverlapDraw(seed, 3).world(WorldDraw.of(seed, 3, calm.schedule()));
  }

  private OverlapWorld world(SimulatedWorld all) {
    SimulatedWorld older = with(all, in(all, chance(0.8) ? all.schedule() : some(all.schedule())));
    List<PlannedRegion> next = chance(0.6) ? older.schedule() : some(all.schedule());
    SimulatedWorld younger = in(all, WorldDraw.of(random.nextLong(), trouble, next));
    return new OverlapWorld(all, older, younger, random.nextInt(LATEST_WANTED), death(), death());
  }

  private Optional<Integer> death() {
    return chance(0.7) ? Optional.empty() : Optional.of(2 + random.nextInt(MOST_ENTRIES));
  }

  /** Without some of production or all of it, perhaps without staging. */
  private List<PlannedRegion> some(List<PlannedRegion> all) {
    double dropped = chance(0.2) ? 1 : 0.4;
    List<PlannedRegion> some = new ArrayList<>();
    int from = 0;
    int wave = 0;
    for (PlannedRegion planned : all) {
      boolean goes =
          switch (planned.role()) {
            case STAGING -> chance(0.7);
            case CANARY -> true;
            case PRODUCTION -> !chance(dropped);
          };
      if (goes) {
        wave += planned.wave() > from ? 1 : 0;
        from = planned.wave();
        some.add(inWave(planned, wave));
      }
    }
    return some;
  }

  private static PlannedRegion inWave(PlannedRegion planned, int wave) {
    Role role = planned.role();
    return new PlannedRegion(
        planned.region(), wave, role, planned.traffic(), planned.failureDomain());
  }

  private static List<SimulatedRegion> in(SimulatedWorld world, List<PlannedRegion> schedule) {
    return schedule.stream()
        .map(planned -> with(region(world, planned), planned, region(world, planned).fates()))
        .toList();
  }

  /** The clusters are the same for whoever comes; only what is released meets a fate of its own. */
  private static SimulatedWorld in(SimulatedWorld all, SimulatedWorld own) {
    return new SimulatedWorld(
        own.seed(),
        own.regions().stream()
            .map(mine -> with(region(all, mine.planned()), mine.planned(), mine.fates()))
            .toList(),
        all.evacuates(),
        own.orders(),
        own.crashes());
  }

  private static SimulatedWorld with(SimulatedWorld world, List<SimulatedRegion> regions) {
    return new SimulatedWorld(
        world.seed(), regions, world.evacuates(), world.orders(), world.crashes());
  }

  private static SimulatedRegion with(
      SimulatedRegion cluster, PlannedRegion planned, List<Fate> fates) {
    return new SimulatedRegion(
        planned,
        fates,
        cluster.outages(),
        cluster.failingRestores(),
        cluster.noRoom(),
        cluster.harmedOnReturn());
  }

  private static SimulatedRegion region(SimulatedWorld world, PlannedRegion planned) {
    return world.regions().stream()
        .filter(region -> region.planned().region().equals(planned.region()))
        .findFirst()
        .orElseThrow();
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }
}
