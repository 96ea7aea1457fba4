package dev.meridian.region.plan;

import java.util.Comparator;
import java.util.List;

/**
 * The best order of up to 12 regions: the lexicographic minimum of (waves until the contested
 * values are covered, exposure x bake, codes).
 *
 * <p>Exposure x bake is the sum over waves of the world traffic on the contender by then, in ppm,
 * times the wave's longest bake in seconds. The search goes wave by wave over sets of regions: of
 * two ways to the same set in as many waves the worse one can never win, because what comes after
 * costs both the same. What cannot become better than the best order known is not followed; a first
 * pass along the most promising ways finds a good one early, so that the second follows few.
 */
final class ExactOrder {
  static final int MOST_REGIONS = 12;

  /** Ways that the first pass follows from each wave to the next. */
  private static final int PROMISING = 6;

  private final Leg leg;
  private final LegTable table;
  private final LowerBound bound;
  private Path best;

  ExactOrder(Leg leg) {
    this.leg = leg;
    this.table = new LegTable(leg);
    this.bound = new LowerBound(leg, table);
    this.best = path(leg.packed());
  }

  List<List<Candidate>> waves() {
    search(PROMISING);
    search(Integer.MAX_VALUE);
    return best.waves().stream().map(table::members).toList();
  }

  private void search(int width) {
    Frontier frontier = new Frontier(table.size());
    frontier.keep(start());
    while (!frontier.isEmpty()) {
      Frontier next = new Frontier(table.size());
      frontier.ways().stream()
          .filter(path -> path.placed() != table.everybody())
          .map(path -> new Outlook(path, bound.coveredAfter(path), bound.cost(path)))
          .filter(this::mayWin)
          .sorted()
          .limit(width)
          .forEach(outlook -> new Extension(outlook.path(), next).run());
      next.to(table.everybody())
          .filter(path -> path.compareTo(best) < 0)
          .ifPresent(path -> best = path);
      frontier = next;
    }
  }

  /** Whether any way on could be as good as the best. */
  private boolean mayWin(Outlook outlook) {
    return outlook.coveredAfter() == best.coveredAfter()
        ? outlook.cost() <= best.cost()
        : outlook.coveredAfter() < best.coveredAfter();
  }

  private Path start() {
    return Path.start(!table.anythingContested());
  }

  private Path path(List<List<Candidate>> waves) {
    Path path = start();
    for (List<Candidate> wave : waves) {
      int members = 0;
      for (int i = 0; i < table.size(); i++) {
        members |= wave.contains(leg.regions().get(i)) ? 1 << i : 0;
      }
      path = then(path, members);
    }
    return path;
  }

  private Path then(Path path, int wave) {
    int placed = path.placed() | wave;
    return path.then(wave, table.ppm(placed), costAfter(path, wave), coveredAfter(path, placed));
  }

  private long costAfter(Path path, int wave) {
    boolean first = leg.wavesOfBand() + path.length() == 0;
    long exposed = leg.exposedPpm() + (long) table.ppm(path.placed() | wave);
    return path.cost() + exposed * table.bakeSeconds(wave, first);
  }

  private int coveredAfter(Path path, int placed) {
    boolean justCovered = path.coveredAfter() == Path.NOT_YET && table.coversContested(placed);
    return justCovered ? path.length() + 1 : path.coveredAfter();
  }

  /** A path with the least that its whole can be worth. */
  private record Outlook(Path path, int coveredAfter, long cost) implements Comparable<Outlook> {
    private static final Comparator<Outlook> ORDER =
        Comparator.comparingInt(Outlook::coveredAfter)
            .thenComparingLong(Outlook::cost)
            .thenComparing(Outlook::path);

    @Override
    public int compareTo(Outlook other) {
      return ORDER.compare(this, other);
    }
  }

  /** Every wave that may follow one path. */
  private final class Extension {
    private final Path path;
    private final int newcomers;
    private final int most;
    private final Frontier next;

    Extension(Path path, Frontier next) {
      this.path = path;
      this.newcomers = table.newcomers(path.placed());
      this.most = leg.rules().most(leg.wavesOfBand() + path.length());
      this.next = next;
    }

    void run() {
      add(0, table.everybody() & ~path.placed());
    }

    /** Adds regions in ascending order, so that each wave is met once. */
    private void add(int wave, int candidates) {
      for (int left = candidates; left != 0; left &= left - 1) {
        int more = wave | Integer.lowestOneBit(left);
        int members = Integer.bitCount(more);
        if (leg.rules().withinCap(members, table.ppm(more))) {
          offer(more);
          if (members < most) {
            add(more, companions(left));
          }
        }
      }
    }

    /** Of those after the first candidate, who may run beside it. */
    private int companions(int candidates) {
      int chosen = Integer.numberOfTrailingZeros(candidates);
      int others = candidates & (candidates - 1) & ~table.strangers(chosen);
      return (newcomers & (1 << chosen)) == 0 ? others : others & ~newcomers;
    }

    private void offer(int wave) {
      int placed = path.placed() | wave;
      long cost = costAfter(path, wave);
      int covered = coveredAfter(path, placed);
      boolean hopeless = covered == best.coveredAfter() && cost > best.cost();
      if (!hopeless && next.welcomes(placed, covered, cost)) {
        next.keep(path.then(wave, table.ppm(placed), cost, covered));
      }
    }
  }
}
