package dev.meridian.simulation;

import dev.meridian.region.RegionCode;
import dev.meridian.release.CommandKind;
import dev.meridian.release.PlannedRegion;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is drawn before a release is simulated: the same world gives the same run.
 *
 * @param seed of the draw, and of durations
 * @param regions in the order of the waves
 * @param evacuates whether the policy lets Meridian move traffic by itself
 * @param orders of people
 * @param crashes when the process is killed
 * @param turns of the documents
 */
record SimulatedWorld(
    long seed,
    List<SimulatedRegion> regions,
    boolean evacuates,
    List<Order> orders,
    List<Long> crashes,
    List<Turn> turns) {
  /**
   * A person's command.
   *
   * @param at seconds from the start
   * @param region index of the region that a retry names
   */
  record Order(long at, CommandKind kind, int region) {}

  /**
   * The documents are changed.
   *
   * @param wave that it is first seen before
   * @param region index of the region that it is about; who joins has none
   */
  record Turn(int wave, int region, Kind kind) {
    /** What the documents say from then on. */
    enum Kind {
      LEFT,
      BACK,
      OTHERWISE,
      JOINED
    }
  }

  /** A world whose documents stay as they are. */
  SimulatedWorld(
      long seed,
      List<SimulatedRegion> regions,
      boolean evacuates,
      List<Order> orders,
      List<Long> crashes) {
    this(seed, regions, evacuates, orders, crashes, List.of());
  }

  SimulatedWorld {
    regions = List.copyOf(regions);
    orders = List.copyOf(orders);
    crashes = List.copyOf(crashes);
    turns = List.copyOf(turns);
  }

  List<PlannedRegion> schedule() {
    return regions.stream().map(SimulatedRegion::planned).toList();
  }

  /** What is newest about a region in the documents as they are compared before a wave. */
  Optional<Turn.Kind> said(RegionCode region, int wave) {
    return turns.stream()
        .filter(turn -> turn.wave() <= wave && turn.kind() != Turn.Kind.JOINED)
        .filter(turn -> code(turn.region()).equals(region))
        .map(Turn::kind)
        .reduce((_, newer) -> newer);
  }

  /** Whether the documents do not know a region any more. */
  boolean left(RegionCode region, int wave) {
    return said(region, wave).filter(Turn.Kind.LEFT::equals).isPresent();
  }

  /** A region by its index; the last one for indices beyond. */
  RegionCode code(int index) {
    return regions.get(Math.min(index, regions.size() - 1)).planned().region();
  }
}
