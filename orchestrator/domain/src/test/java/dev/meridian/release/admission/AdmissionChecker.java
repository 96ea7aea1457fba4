package dev.meridian.release.admission;

import dev.meridian.region.RegionCode;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.admission.LiveWorld.Active;
import dev.meridian.release.admission.LiveWorld.Running;
import dev.meridian.service.RevisionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A service over a few hundred wishes, changes, ends and turns, drawn at random: never two releases
 * active unless the older has passed canary, never three, never two waiting, the newest wish is the
 * one that is kept, never more than three revisions in its regions, and whoever waits starts at the
 * first turn at which it may unless that would bring a fourth.
 */
public final class AdmissionChecker {
  private static final int STEPS = 120;
  private static final int REVISIONS = 6;

  private final SplittableRandom random;
  private final TreeSet<RegionCode> regions = new TreeSet<>();

  /** What was put where, oldest first; taken back is taken out. */
  private final List<Put> puts = new ArrayList<>();

  private final List<Life> active = new ArrayList<>();
  private Optional<Wish> waiting = Optional.empty();
  private Optional<Wish> newest = Optional.empty();
  private int wishes;

  private record Put(RegionCode region, Running running) {}

  /** A release that is active, and whether it has passed canary. */
  private record Life(Wish wish, boolean passedCanary) {
    Active seen(boolean alone) {
      List<RegionCode> first = List.copyOf(wish.first());
      return new Active(
          wish.id(), List.copyOf(wish.regions()), alone && passedCanary ? first : List.of());
    }

    Running running() {
      return new Running(wish.revision(), wish.id());
    }
  }

  private AdmissionChecker(long seed) {
    random = new SplittableRandom(seed);
    int count = 2 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      regions.add(new RegionCode("r" + i));
    }
  }

  /** What goes wrong in this seed's service, if anything does. */
  public static Optional<String> violation(long seed) {
    AdmissionChecker checker = new AdmissionChecker(seed);
    for (int step = 0; step < STEPS; step++) {
      Optional<String> broken = checker.step().or(checker::crowded);
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }

  private Optional<String> step() {
    return switch (random.nextInt(6)) {
      case 0 -> wish();
      case 1 -> turn();
      case 2 -> end();
      default -> change();
    };
  }

  private Optional<String> wish() {
    wishes++;
    Wish wish =
        new Wish(
            new ReleaseId(new UUID(0, wishes)),
            new RevisionId(Integer.toString(random.nextInt(REVISIONS)).repeat(64)),
            regions,
            new TreeSet<>(regions.headSet(regions.first(), true)));
    return asked(wish);
  }

  private Optional<String> turn() {
    return waiting.flatMap(this::asked);
  }

  private Optional<String> asked(Wish wish) {
    Optional<ReleaseId> before = waiting.map(Wish::id).filter(id -> !id.equals(wish.id()));
    boolean fits = revisions(Optional.of(wish)) <= 3;
    return switch (Admission.of(wish, world())) {
      case Admission.Starts starts -> {
        boolean right =
            mayStart()
                && fits
                && starts.replaces().equals(before)
                && starts.behind().isPresent() == !active.isEmpty();
        active.add(new Life(wish, false));
        waiting = Optional.empty();
        newest = Optional.of(wish);
        yield right ? Optional.empty() : Optional.of("started where it should not: " + starts);
      }
      case Admission.Waits waits -> {
        boolean right =
            !active.isEmpty()
                && !(mayStart() && fits)
                && active.getLast().wish().id().equals(waits.behind())
                && waits.replaces().equals(before);
        waiting = Optional.of(wish);
        newest = waiting;
        yield right ? kept() : Optional.of("waits where it should not: " + waits);
      }
      case Admission.Refused refused -> {
        waiting = waiting.filter(other -> !other.id().equals(wish.id()));
        yield active.isEmpty() && !fits
            ? Optional.empty()
            : Optional.of("refused where it fits: " + refused.reason());
      }
    };
  }

  private Optional<String> kept() {
    return waiting.equals(newest) ? Optional.empty() : Optional.of("an older wish was kept");
  }

  private boolean mayStart() {
    return active.isEmpty() || (active.size() == 1 && active.getFirst().passedCanary());
  }

  /**
   * The younger of two goes to the canary only; whoever has passed it keeps it. The older takes
   * nothing back before the younger has left.
   */
  private Optional<String> change() {
    if (!active.isEmpty()) {
      int which = random.nextInt(active.size());
      Life life = active.get(which);
      List<RegionCode> open =
          which == 0 && life.passedCanary()
              ? List.copyOf(regions.tailSet(regions.first(), false))
              : List.of(regions.first());
      RegionCode region = open.get(random.nextInt(open.size()));
      boolean stays = random.nextInt(5) > 0 || active.size() > which + 1;
      puts.remove(new Put(region, life.running()));
      if (stays) {
        puts.add(new Put(region, life.running()));
      }
      boolean canary = region.equals(regions.first());
      active.set(which, new Life(life.wish(), canary ? stays : life.passedCanary()));
    }
    return Optional.empty();
  }

  /** The older completes, is stopped where it is, or taken back, the younger before it. */
  private Optional<String> end() {
    if (!active.isEmpty()) {
      switch (random.nextInt(4)) {
        case 0 -> {
          Life ended = active.removeFirst();
          regions.stream()
              .filter(region -> active.isEmpty() || !region.equals(regions.first()))
              .forEach(region -> puts.add(new Put(region, ended.running())));
        }
        case 1 -> {
          active.forEach(this::takenBack);
          active.clear();
        }
        case 2 -> takenBack(active.removeLast());
        default -> active.removeFirst();
      }
    }
    return Optional.empty();
  }

  private void takenBack(Life life) {
    puts.removeIf(put -> put.running().by().equals(life.wish().id()));
  }

  private Optional<String> crowded() {
    int live = revisions(Optional.empty());
    return live <= 3 ? Optional.empty() : Optional.of(live + " revisions live at once");
  }

  /** Counted naively; whatever was there first is one. */
  private int revisions(Optional<Wish> wish) {
    Set<String> live = new HashSet<>();
    for (RegionCode region : regions) {
      live.add(
          puts.reversed().stream()
              .filter(put -> put.region().equals(region))
              .findFirst()
              .map(put -> put.running().revision().hash())
              .orElse("before"));
    }
    wish.ifPresent(wanted -> live.add(wanted.revision().hash()));
    return live.size();
  }

  private LiveWorld world() {
    TreeMap<RegionCode, Running> running = new TreeMap<>();
    puts.forEach(put -> running.put(put.region(), put.running()));
    boolean alone = active.size() == 1;
    return new LiveWorld(
        running, active.stream().map(life -> life.seen(alone)).toList(), waiting.map(Wish::id));
  }
}
