package dev.meridian.simulation;

import dev.meridian.simulation.SimulatedWorld.Order;
import dev.meridian.simulation.SimulatedWorld.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a world that breaks a law smaller while it still breaks the same law. */
final class Shrinker {
  private Shrinker() {}

  /**
   * @param still whether a world still shows what is looked for
   */
  static SimulatedWorld shrunk(SimulatedWorld world, Predicate<SimulatedWorld> still) {
    SimulatedWorld small = world;
    boolean shrinks = true;
    while (shrinks) {
      shrinks = false;
      for (SimulatedWorld candidate : smaller(small)) {
        if (still.test(candidate)) {
          small = candidate;
          shrinks = true;
          break;
        }
      }
    }
    return small;
  }

  /** The same with one thing less. */
  private static List<SimulatedWorld> smaller(SimulatedWorld world) {
    List<SimulatedWorld> candidates = new ArrayList<>();
    for (int i = 0; i < world.regions().size() && world.regions().size() > 1; i++) {
      candidates.add(withRegions(world, without(world.regions(), i)));
    }
    for (int i = 0; i < world.orders().size(); i++) {
      candidates.add(with(world, without(world.orders(), i), world.crashes(), world.turns()));
    }
    for (int i = 0; i < world.crashes().size(); i++) {
      candidates.add(with(world, world.orders(), without(world.crashes(), i), world.turns()));
    }
    for (int i = 0; i < world.turns().size(); i++) {
      candidates.add(with(world, world.orders(), world.crashes(), without(world.turns(), i)));
    }
    for (int i = 0; i < world.regions().size(); i++) {
      for (SimulatedRegion calmer : calmer(world.regions().get(i))) {
        List<SimulatedRegion> regions = new ArrayList<>(world.regions());
        regions.set(i, calmer);
        candidates.add(withRegions(world, regions));
      }
    }
    return candidates;
  }

  private static List<SimulatedRegion> calmer(SimulatedRegion region) {
    List<SimulatedRegion> calmer = new ArrayList<>();
    if (!region.fates().equals(List.of(Fate.GOOD))) {
      calmer.add(with(region, List.of(Fate.GOOD), region.failingRestores()));
    }
    if (region.fates().size() > 1) {
      calmer.add(with(region, region.fates().subList(0, 1), region.failingRestores()));
    }
    if (region.failingRestores() > 0) {
      calmer.add(with(region, region.fates(), 0));
    }
    if (!region.outages().isEmpty()) {
      calmer.add(
          new SimulatedRegion(
              region.planned(), region.fates(), List.of(), region.failingRestores(), false, false));
    }
    return calmer;
  }

  private static SimulatedRegion with(SimulatedRegion region, List<Fate> fates, int failing) {
    return new SimulatedRegion(
        region.planned(),
        fates,
        region.outages(),
        failing,
        region.noRoom(),
        region.harmedOnReturn());
  }

  private static SimulatedWorld with(
      SimulatedWorld world, List<Order> orders, List<Long> crashes, List<Turn> turns) {
    return new SimulatedWorld(
        world.seed(), world.regions(), world.evacuates(), orders, crashes, turns);
  }

  private static SimulatedWorld withRegions(SimulatedWorld world, List<SimulatedRegion> regions) {
    return new SimulatedWorld(
        world.seed(), regions, world.evacuates(), world.orders(), world.crashes(), world.turns());
  }

  private static <T> List<T> without(List<T> all, int index) {
    List<T> rest = new ArrayList<>(all);
    rest.remove(index);
    return rest;
  }
}
