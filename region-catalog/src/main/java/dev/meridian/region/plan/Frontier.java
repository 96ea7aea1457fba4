package dev.meridian.region.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The best way known to each set of regions, all in equally many waves. */
final class Frontier {
  private final @Nullable Path[] ways;
  private final List<Integer> reached = new ArrayList<>();

  /**
   * @param regions of the leg, at most {@link ExactOrder#MOST_REGIONS}
   */
  Frontier(int regions) {
    ways = new @Nullable Path[1 << regions];
  }

  boolean isEmpty() {
    return reached.isEmpty();
  }

  /** Whether a way to these regions could be better than the one known. */
  boolean welcomes(int placed, int coveredAfter, long cost) {
    @Nullable Path rival = ways[placed];
    return rival == null
        || coveredAfter < rival.coveredAfter()
        || (coveredAfter == rival.coveredAfter() && cost <= rival.cost());
  }

  /** Keeps the better one. */
  void keep(Path way) {
    @Nullable Path rival = ways[way.placed()];
    if (rival == null) {
      reached.add(way.placed());
    }
    if (rival == null || way.compareTo(rival) < 0) {
      ways[way.placed()] = way;
    }
  }

  Optional<Path> to(int placed) {
    return Optional.ofNullable(ways[placed]);
  }

  List<Path> ways() {
    List<Path> all = new ArrayList<>();
    reached.forEach(placed -> to(placed).ifPresent(all::add));
    return all;
  }
}
