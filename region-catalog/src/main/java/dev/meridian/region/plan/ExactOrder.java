package dev.meridian.region.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best order of up to 12 regions: the lexicographic minimum of (waves until the contested
 * values are covered, exposure x bake, codes).
 *
 * <p>Exposure x bake is the sum over waves of the world traffic on the contender by then, in ppm,
 * times the wave's longest bake in seconds. The search goes wave by wave over sets of regions: of
 * two ways to the same set in as many waves the worse one can never win, because what comes after
 * costs both the same. What cannot become better than the greedy order is not followed.
 */
final class ExactOrder {
  static final int MOST_REGIONS = 12;

  private final Leg leg;
  private final LegTable table;
  private final long shortestBakeSeconds;
  private final int soleHolders;
  private Path best;

  ExactOrder(Leg leg) {
    this.leg = leg;
    this.table = new LegTable(leg);
    this.shortestBakeSeconds = table.shortestBakeSeconds();
    this.soleHolders = table.soleHolders();
    this.best = path(leg.packed());
  }

  List<List<Candidate>> waves() {
    @Nullable Path[] layer = new Path[table.everybody() + 1];
    layer[0] = Path.start(!table.anythingContested());
    for (int wave = 0; wave < table.size(); wave++) {
      @Nullable Path[] next = new Path[table.everybody() + 1];
      for (@Nullable Path path : layer) {
        if (path != null && mayWin(path)) {
          new Extension(path, next).run();
        }
      }
      @Nullable Path complete = next[table.everybody()];
      if (complete != null && complete.compareTo(best) < 0) {
        best = complete;
      }
      layer = next;
    }
    return best.waves().stream().map(table::members).toList();
  }

  /**
   * Whether any way on could be as good as the best. It takes at least as many waves more as
   * regions wait with a value of their own, or as parallelism needs; in the last one everybody is
   * exposed.
   */
  private boolean mayWin(Path path) {
    int covered = path.coveredAfter() == Path.NOT_YET ? path.length() + 1 : path.coveredAfter();
    if (covered != best.coveredAfter()) {
      return covered < best.coveredAfter();
    }
    int waiting = table.everybody() & ~path.placed();
    int waves =
        Math.max(
            Integer.bitCount(waiting & soleHolders),
            Math.ceilDiv(Integer.bitCount(waiting), leg.rules().parallelism()));
    long exposure = (waves - 1) * exposed(path) + exposed(best);
    return path.cost() + shortestBakeSeconds * exposure <= best.cost();
  }

  private long exposed(Path path) {
    return leg.exposedPpm() + path.exposedPpm();
  }

  private Path path(List<List<Candidate>> waves) {
    Path path = Path.start(!table.anythingContested());
    for (List<Candidate> wave : waves) {
      boolean first = leg.wavesOfBand() + path.length() == 0;
      Members members = Members.NONE;
      for (int i = 0; i < table.size(); i++) {
        if (wave.contains(leg.regions().get(i))) {
          members = members.with(table, i, first);
        }
      }
      path = then(path, members);
    }
    return path;
  }

  private Path then(Path path, Members wave) {
    int placed = path.placed() | wave.mask();
    long exposed = path.exposedPpm() + wave.ppm();
    long cost = (leg.exposedPpm() + exposed) * wave.bakeSeconds();
    boolean justCovered = path.coveredAfter() == Path.NOT_YET && table.coversContested(placed);
    return path.then(
        wave.mask(),
        exposed,
        path.cost() + cost,
        justCovered ? path.length() + 1 : path.coveredAfter());
  }

  /** Every wave that may follow one path. */
  private final class Extension {
    private final Path path;
    private final int newcomers;
    private final int most;
    private final boolean firstOfBand;
    private final @Nullable Path[] next;

    Extension(Path path, @Nullable Path[] next) {
      int wavesOfBand = leg.wavesOfBand() + path.length();
      this.path = path;
      this.newcomers = table.newcomers(path.placed());
      this.most = leg.rules().most(wavesOfBand);
      this.firstOfBand = wavesOfBand == 0;
      this.next = next;
    }

    void run() {
      add(0, Members.NONE);
    }

    /** Adds regions in ascending order, so that each wave is met once. */
    private void add(int from, Members members) {
      int out = path.placed() | members.strangers();
      for (int i = from; i < table.size(); i++) {
        if ((out & (1 << i)) == 0) {
          Members more = members.with(table, i, firstOfBand);
          if (allowed(more)) {
            keep(then(path, more));
            if (more.count() < most) {
              add(i + 1, more);
            }
          }
        }
      }
    }

    private boolean allowed(Members wave) {
      return Integer.bitCount(wave.mask() & newcomers) <= 1
          && leg.rules().withinCap(wave.count(), wave.ppm());
    }

    private void keep(Path longer) {
      @Nullable Path rival = next[longer.placed()];
      if (rival == null || longer.compareTo(rival) < 0) {
        next[longer.placed()] = longer;
      }
    }
  }

  /**
   * A wave in the making.
   *
   * @param strangers who may not join, its members among them
   */
  private record Members(int mask, int strangers, long ppm, long bakeSeconds) {
    static final Members NONE = new Members(0, 0, 0, 0);

    Members with(LegTable table, int i, boolean firstOfBand) {
      return new Members(
          mask | (1 << i),
          strangers | table.strangers(i),
          ppm + table.ppm(i),
          Math.max(bakeSeconds, table.bakeSeconds(i, firstOfBand)));
    }

    int count() {
      return Integer.bitCount(mask);
    }
  }
}
