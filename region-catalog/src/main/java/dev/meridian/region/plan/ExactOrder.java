package dev.meridian.region.plan;

import dev.meridian.region.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The best order of up to 12 regions: the lexicographic minimum of (waves until the contested
 * values are covered, exposure x bake, codes).
 *
 * <p>Exposure x bake is the sum over waves of the world traffic on the contender by then, in ppm,
 * times the wave's longest bake in seconds. The search goes wave by wave over sets of regions (bit
 * i is region i of the leg): of two ways to the same set in as many waves the worse one can never
 * win, because what comes after costs both the same.
 */
final class ExactOrder {
  static final int MOST_REGIONS = 12;

  private final Leg leg;
  private final int size;
  private final int[] strangers;
  private final List<int[]> holdersOfOwnValues = new ArrayList<>();
  private final int[] contestedHolders;

  ExactOrder(Leg leg) {
    this.leg = leg;
    this.size = leg.regions().size();
    this.strangers = new int[size];
    for (int i = 0; i < size; i++) {
      strangers[i] = cannotJoin(i);
      holdersOfOwnValues.add(
          leg.uncovered(leg.regions().get(i)).stream().mapToInt(this::holders).toArray());
    }
    this.contestedHolders = leg.contested().stream().mapToInt(this::holders).toArray();
  }

  List<List<Candidate>> waves() {
    Optional<Path> best = Optional.empty();
    @Nullable Path[] layer = new Path[1 << size];
    layer[0] = Path.start(contestedHolders.length == 0);
    for (int wave = 0; wave < size; wave++) {
      @Nullable Path[] next = new Path[1 << size];
      for (@Nullable Path path : layer) {
        if (path != null) {
          new Extension(path, wave, next).run();
        }
      }
      best = better(best, Optional.ofNullable(next[next.length - 1]));
      layer = next;
    }
    return best.map(path -> path.waves().stream().map(this::members).toList()).orElse(List.of());
  }

  private static Optional<Path> better(Optional<Path> one, Optional<Path> other) {
    return one.isEmpty() || (other.isPresent() && other.get().compareTo(one.get()) < 0)
        ? other
        : one;
  }

  private int cannotJoin(int index) {
    int mask = 0;
    for (int other = 0; other < size; other++) {
      if (!leg.rules().together(leg.regions().get(index), leg.regions().get(other))) {
        mask |= 1 << other;
      }
    }
    return mask;
  }

  private int holders(Trait value) {
    int mask = 0;
    for (int i = 0; i < size; i++) {
      if (leg.regions().get(i).covers().contains(value)) {
        mask |= 1 << i;
      }
    }
    return mask;
  }

  private List<Candidate> members(int mask) {
    List<Candidate> members = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if ((mask & (1 << i)) != 0) {
        members.add(leg.regions().get(i));
      }
    }
    return members;
  }

  private boolean coversContested(int placed) {
    for (int holders : contestedHolders) {
      if ((holders & placed) == 0) {
        return false;
      }
    }
    return true;
  }

  private boolean coversMore(int index, int placed) {
    for (int holders : holdersOfOwnValues.get(index)) {
      if ((holders & placed) == 0) {
        return true;
      }
    }
    return false;
  }

  /** Every wave that may follow one path. */
  private final class Extension {
    private final Path path;
    private final int most;
    private final boolean firstOfBand;
    private final int wave;
    private final @Nullable Path[] next;

    Extension(Path path, int wave, @Nullable Path[] next) {
      this.path = path;
      this.wave = wave;
      this.most = leg.rules().most(leg.wavesOfBand() + wave);
      this.firstOfBand = leg.wavesOfBand() + wave == 0;
      this.next = next;
    }

    void run() {
      add(0, new Members(0, 0, 0, 0, 0));
    }

    /** Adds regions in ascending order, so that each wave is met once. */
    private void add(int from, Members members) {
      int out = path.placed() | members.strangers();
      for (int i = from; i < size; i++) {
        if ((out & (1 << i)) == 0) {
          Members more = with(members, i);
          if (more.uncovered() <= 1 && leg.rules().withinCap(more.count(), more.ppm())) {
            keep(more);
            if (more.count() < most) {
              add(i + 1, more);
            }
          }
        }
      }
    }

    private Members with(Members members, int index) {
      Candidate region = leg.regions().get(index);
      return new Members(
          members.mask() | (1 << index),
          members.strangers() | strangers[index],
          members.ppm() + region.traffic().ppm(),
          Math.max(members.bakeSeconds(), region.bake(firstOfBand).duration().toSeconds()),
          members.uncovered() + (coversMore(index, path.placed()) ? 1 : 0));
    }

    private void keep(Members members) {
      @Nullable Path rival = next[path.placed() | members.mask()];
      Path longer = with(members);
      if (rival == null || longer.compareTo(rival) < 0) {
        next[longer.placed()] = longer;
      }
    }

    private Path with(Members members) {
      int placed = path.placed() | members.mask();
      long exposed = path.exposedPpm() + members.ppm();
      long cost = (leg.exposedPpm() + exposed) * members.bakeSeconds();
      int coveredAfter =
          path.coveredAfter() == Path.NOT_YET && coversContested(placed)
              ? wave + 1
              : path.coveredAfter();
      return new Path(
          Optional.of(path), members.mask(), placed, exposed, path.cost() + cost, coveredAfter);
    }
  }

  /**
   * A wave in the making.
   *
   * @param strangers who may not join, its members among them
   * @param uncovered how many of them have values that nobody covers yet
   */
  private record Members(int mask, int strangers, long ppm, long bakeSeconds, int uncovered) {
    int count() {
      return Integer.bitCount(mask);
    }
  }
}
