package dev.meridian.simulation;

import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.admission.Admission;
import dev.meridian.release.admission.LiveWorld;
import dev.meridian.release.admission.Wish;
import dev.meridian.service.Overlap;
import dev.meridian.service.RevisionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Two releases of one service in one world: the younger starts as soon as it is wanted and let in,
 * and from there each is run as if it were alone, but for what they read in each other's ledger.
 */
final class OverlapSimulation {
  private static final int MOST_STEPS = 40_000;
  private static final int SLOWEST_LOOK = 60;
  private static final int SLOWEST_START = 4_000;
  private static final ReleaseId YOUNGER = new ReleaseId(new UUID(0, 2));

  private final OverlapWorld world;
  private final Common common;
  private final OverlapLaws laws;
  private final Living older;
  private final List<Runnable> looks = new ArrayList<>();
  private Optional<Living> younger = Optional.empty();
  private boolean asked = true;
  private int drawn;

  private OverlapSimulation(OverlapWorld world) {
    this.world = world;
    this.common = Common.of(world.all());
    this.laws = new OverlapLaws(world.all(), common.ground());
    this.older =
        new Living(
            Surroundings.of(
                new Entrant(
                    Entrant.FIRST,
                    OverlapLaws.OLDER,
                    world.older(),
                    started(world.older(), "a"),
                    new Ledger(this),
                    laws::older),
                common));
  }

  /**
   * How they ended.
   *
   * @param older empty when it waits
   * @param overlapped whether the younger came
   * @param younger empty when it waits, or never came
   * @param broken the first thing that must not have happened
   * @param entries of both ledgers, in order
   */
  record Result(
      Optional<ReleaseOutcome> older,
      boolean overlapped,
      Optional<ReleaseOutcome> younger,
      Optional<BrokenLaw> broken,
      List<Book.Entry> entries) {}

  /** The ledger of the other one, read now and then. */
  private record Ledger(OverlapSimulation simulation) implements Beside {
    @Override
    public ReleaseState state(ReleaseId other) {
      return simulation
          .living()
          .map(Living::around)
          .filter(around -> around.release().equals(other))
          .map(around -> around.book().state())
          .findFirst()
          .orElseThrow();
    }

    @Override
    public void afterNews(Runnable look) {
      simulation.looks.add(look);
    }
  }

  static Result of(OverlapWorld world) {
    return new OverlapSimulation(world).result();
  }

  private static ReleaseEvent.ReleaseStarted started(SimulatedWorld world, String hash) {
    return new ReleaseEvent.ReleaseStarted(
        new ServiceName("service"),
        new RevisionId(hash.repeat(64)),
        Effects.IMAGE,
        1,
        1,
        world.schedule(),
        Simulation.RESTORE_SHARE,
        "simulation",
        "to see",
        List.of(),
        Overlap.CANARY,
        Optional.empty());
  }

  private Result result() {
    Optional<BrokenLaw> broken = Optional.empty();
    try {
      toTheEnd();
    } catch (BrokenLaw law) {
      broken = Optional.of(law);
    }
    return new Result(
        outcome(older),
        younger.isPresent(),
        younger.flatMap(OverlapSimulation::outcome),
        broken,
        living()
            .flatMap(living -> living.around().book().entries().stream())
            .sorted(Comparator.comparingLong(Book.Entry::seq))
            .toList());
  }

  private static Optional<ReleaseOutcome> outcome(Living living) {
    return living.around().book().state().outcome();
  }

  private Stream<Living> living() {
    return Stream.concat(Stream.of(older), younger.stream());
  }

  private void toTheEnd() {
    Book book = older.around().book();
    book.readBy(this::news);
    world.olderDies().ifPresent(book::killAfter);
    older.begin();
    common.agenda().at(world.wanted(), this::ask);
    int steps = 0;
    while (step() || living().anyMatch(Living::answered)) {
      if (++steps > MOST_STEPS) {
        throw new BrokenLaw("L1", "no end after " + steps + " steps");
      }
    }
    living().forEach(each -> each.around().laws().stands(each.around().book().state()));
    laws.stand(outcome(older), younger.flatMap(OverlapSimulation::outcome));
  }

  private boolean step() {
    try {
      return common.agenda().step();
    } catch (Book.Superseded _) {
      return true;
    } catch (Book.Killed _) {
      living().forEach(Living::crash);
      return true;
    }
  }

  /** Something was written: whoever waits for that looks soon, and the younger asks again. */
  private void news() {
    List<Runnable> now = List.copyOf(looks);
    looks.clear();
    now.forEach(look -> common.agenda().after(1 + draw(SLOWEST_LOOK), look));
    if (!asked) {
      asked = true;
      common.agenda().after(draw(SLOWEST_START), this::ask);
    }
  }

  private int draw(int bound) {
    return older.around().durations().draw("news", drawn++, bound);
  }

  private void ask() {
    asked = younger.isPresent();
    if (!asked) {
      ReleaseEvent.ReleaseStarted started = started(world.younger(), "b");
      Wish wish = Wish.of(YOUNGER, started);
      if (Admission.of(wish, live()) instanceof Admission.Starts starts) {
        starts.behind().ifPresent(behind -> start(started.after(behind.older()), behind.shared()));
      }
    }
  }

  /** What lives where; once the older has ended nobody overlaps any more. */
  private LiveWorld live() {
    Surroundings around = older.around();
    TreeMap<RegionCode, LiveWorld.Running> running = new TreeMap<>();
    for (SimulatedRegion region : world.older().regions()) {
      RegionCode code = region.planned().region();
      if (around.clusters().running(code) == Clusters.Running.CONTENDER) {
        running.put(code, new LiveWorld.Running(new RevisionId("a".repeat(64)), around.release()));
      }
    }
    List<LiveWorld.Active> active =
        outcome(older).isPresent()
            ? List.of()
            : List.of(LiveWorld.Active.of(around.release(), around.book().state()));
    return new LiveWorld(running, active, Optional.empty());
  }

  /** Both ledgers know of it in the same instant. */
  private void start(ReleaseEvent.ReleaseStarted started, List<RegionCode> shared) {
    Living next =
        new Living(
            Surroundings.of(
                new Entrant(
                    YOUNGER,
                    OverlapLaws.YOUNGER,
                    world.younger(),
                    started,
                    new Ledger(this),
                    laws::younger),
                common));
    younger = Optional.of(next);
    asked = true;
    next.around().book().readBy(this::news);
    world.youngerDies().ifPresent(next.around().book()::killAfter);
    next.begin();
    Book book = older.around().book();
    book.record(
        book.epoch(),
        "younger-started",
        new ReleaseEvent.YoungerStarted(YOUNGER, shared, "it may use canary"));
  }
}
