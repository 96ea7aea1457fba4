package dev.meridian.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * L3: a release is killed right after each entry of its ledger in turn, and each time reaches what
 * it reaches when it is left alone.
 *
 * <p>Compared are calm worlds: where a person, an outage or late harm meets a release at a given
 * hour, or a restore fails so many times, the ten seconds and the second try that a crash costs may
 * rightly lead elsewhere. Of worlds as they are drawn it is asked that every law holds whenever
 * they are killed.
 */
public final class Crashes {
  private Crashes() {}

  /** What is broken in the worlds of a seed, told so that it can be looked into. */
  public static Optional<String> violation(long seed) {
    SimulatedWorld drawn = WorldDraw.of(seed);
    SimulatedWorld calm = calm(drawn);
    return compared(calm).or(() -> lawful(drawn));
  }

  private static Optional<String> compared(SimulatedWorld world) {
    Simulation.Result whole = Simulation.of(world);
    for (long entry = 2; entry <= whole.entries().size(); entry++) {
      Simulation.Result crashed = Simulation.crashedAfter(world, entry);
      if (crashed.broken().isPresent()) {
        return Optional.of(told(world, entry, String.valueOf(crashed.broken().get().getMessage())));
      }
      boolean same =
          crashed.outcome().equals(whole.outcome()) && crashed.running().equals(whole.running());
      if (!same) {
        String seen =
            "L3: ends %s and runs %s, without a crash %s and %s"
                .formatted(crashed.outcome(), crashed.running(), whole.outcome(), whole.running());
        return Optional.of(told(world, entry, seen));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> lawful(SimulatedWorld world) {
    long entries = Simulation.of(world).entries().size();
    for (long entry = 2; entry <= entries; entry++) {
      Optional<BrokenLaw> broken = Simulation.crashedAfter(world, entry).broken();
      if (broken.isPresent()) {
        return Optional.of(told(world, entry, String.valueOf(broken.get().getMessage())));
      }
    }
    return Optional.empty();
  }

  private static String told(SimulatedWorld world, long entry, String seen) {
    return "./meridian simulate --crash-everywhere --seeds 1 --seed-from %d  # entry %d: %s"
        .formatted(world.seed(), entry, seen);
  }

  static SimulatedWorld calm(SimulatedWorld world) {
    List<SimulatedRegion> regions = new ArrayList<>();
    for (SimulatedRegion region : world.regions()) {
      List<Fate> fates =
          region.fates().stream()
              .map(fate -> new Fate(fate.obstacle(), fate.verdict(), Optional.empty()))
              .toList();
      regions.add(new SimulatedRegion(region.planned(), fates, List.of(), 0, false, false));
    }
    return new SimulatedWorld(
        world.seed(), regions, world.evacuates(), List.of(), List.of(), world.turns());
  }
}
