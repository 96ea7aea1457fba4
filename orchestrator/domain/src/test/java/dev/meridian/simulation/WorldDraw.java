package dev.meridian.simulation;

import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.release.CommandKind;
import dev.meridian.release.PlannedRegion;
import dev.meridian.simulation.Fate.Obstacle;
import dev.meridian.simulation.SimulatedRegion.Outage;
import dev.meridian.simulation.SimulatedWorld.Order;
import dev.meridian.simulation.SimulatedWorld.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Draws worlds: most things go well most of the time, and everything goes wrong sometimes. */
final class WorldDraw {
  private static final List<RegionCode> CODES = codes(12);
  private static final List<Obstacle> OBSTACLES = List.of(Obstacle.values());
  private static final List<CommandKind> COMMANDS = List.of(CommandKind.values());
  private static final List<Turn.Kind> TURNS = List.of(Turn.Kind.values());
  private static final int MOST_PRODUCTION = 5;

  /** A release of a few regions takes some hours; what happens, happens in this time. */
  private static final int SPAN = 40_000;

  private final SplittableRandom random;

  /** How many times as often as usual something goes wrong. */
  private final double trouble;

  private WorldDraw(long seed, double trouble) {
    this.random = new SplittableRandom(seed);
    this.trouble = trouble;
  }

  static SimulatedWorld of(long seed) {
    return new WorldDraw(seed, 1).world(seed);
  }

  /** The same with four times the obstacles, outages and late harm: rare things meet sooner. */
  static SimulatedWorld ofTrouble(long seed) {
    return new WorldDraw(seed, 4).world(seed);
  }

  /** The same with regions that are there already, whose bakes need no fate. */
  static SimulatedWorld around(long seed, List<PlannedRegion> schedule) {
    WorldDraw draw = new WorldDraw(seed, 1);
    return draw.world(seed, schedule, draw.chance(0.2));
  }

  /** A world of so much trouble with regions that are there already. */
  static SimulatedWorld of(long seed, double trouble, List<PlannedRegion> schedule) {
    WorldDraw draw = new WorldDraw(seed, trouble);
    return draw.world(seed, schedule, draw.chance(0.6));
  }

  /** The same where nothing goes wrong. */
  static SimulatedWorld calm(long seed, List<PlannedRegion> schedule) {
    List<SimulatedRegion> regions =
        schedule.stream()
            .map(planned ->
                new SimulatedRegion(planned, List.of(Fate.GOOD), List.of(), 0, false, false))
            .toList();
    return new SimulatedWorld(seed, regions, true, List.of(), List.of());
  }

  private static List<RegionCode> codes(int count) {
    List<RegionCode> codes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      codes.add(new RegionCode("sim-region-" + (char) ('a' + i)));
    }
    return List.copyOf(codes);
  }

  private SimulatedWorld world(long seed) {
    boolean troubled = chance(0.6);
    return turning(world(seed, schedule(), troubled));
  }

  private SimulatedWorld world(long seed, List<PlannedRegion> schedule, boolean troubled) {
    List<SimulatedRegion> regions = new ArrayList<>();
    for (PlannedRegion planned : schedule) {
      regions.add(region(planned, troubled));
    }
    return new SimulatedWorld(
        seed, regions, chance(0.7), orders(regions.size()), crashes(), List.of());
  }

  private SimulatedWorld turning(SimulatedWorld world) {
    return new SimulatedWorld(
        world.seed(),
        world.regions(),
        world.evacuates(),
        world.orders(),
        world.crashes(),
        turns(world.regions()));
  }

  /** Staging, a canary, and then waves of one to three regions, no two of one failure domain. */
  private List<PlannedRegion> schedule() {
    List<PlannedRegion> schedule = new ArrayList<>();
    int wave = 0;
    if (chance(0.5)) {
      schedule.add(planned(0, ++wave, Role.STAGING, "staging"));
    }
    schedule.add(planned(schedule.size(), ++wave, Role.CANARY, "canary"));
    int production = 1 + random.nextInt(MOST_PRODUCTION);
    int left = production;
    while (left > 0) {
      wave++;
      int here = Math.min(left, 1 + random.nextInt(3));
      for (int i = 0; i < here; i++) {
        schedule.add(planned(schedule.size(), wave, Role.PRODUCTION, "domain-" + i));
      }
      left -= here;
    }
    return schedule;
  }

  private PlannedRegion planned(int number, int wave, Role role, String domain) {
    Share traffic = role.hasUsers() ? new Share(20_000 + random.nextInt(180_000)) : Share.NONE;
    return new PlannedRegion(CODES.get(number), wave, role, traffic, domain);
  }

  private SimulatedRegion region(PlannedRegion planned, boolean troubled) {
    List<Fate> fates = new ArrayList<>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      fates.add(troubled ? fate() : Fate.GOOD);
    }
    return new SimulatedRegion(
        planned,
        fates,
        outages(),
        chance(0.05 * trouble) ? 1 + random.nextInt(2) : 0,
        chance(0.2),
        chance(0.1));
  }

  private Fate fate() {
    Obstacle obstacle = chance(0.06 * trouble) ? one(OBSTACLES) : Obstacle.NONE;
    VerdictCause verdict = chance(0.85) ? VerdictCause.PROVEN : badVerdict();
    Optional<Long> lateHarm =
        chance(0.05 * trouble) ? Optional.of((long) random.nextInt(SPAN / 4)) : Optional.empty();
    return new Fate(obstacle, verdict, lateHarm);
  }

  private VerdictCause badVerdict() {
    return switch (random.nextInt(6)) {
      case 0 -> VerdictCause.CONTENDER_SILENT;
      case 1 -> VerdictCause.EVERYTHING_SILENT;
      case 2 -> VerdictCause.TOO_FEW_REQUESTS;
      case 3 -> VerdictCause.ENVIRONMENT;
      default -> VerdictCause.GATE;
    };
  }

  private List<Outage> outages() {
    if (!chance(0.08 * trouble)) {
      return List.of();
    }
    long from = random.nextInt(SPAN);
    long lasting = chance(0.3) ? 10L * SPAN : 60 + random.nextInt(SPAN / 2);
    boolean writes = chance(0.2);
    return List.of(new Outage(from, from + lasting, !writes && chance(0.6), writes));
  }

  private List<Order> orders(int regions) {
    List<Order> orders = new ArrayList<>();
    int count = chance(0.5) ? 0 : 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      CommandKind kind = one(COMMANDS);
      orders.add(new Order(random.nextInt(SPAN), kind, random.nextInt(regions)));
    }
    return orders;
  }

  private List<Long> crashes() {
    List<Long> crashes = new ArrayList<>();
    int count = chance(0.6) ? 0 : 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      crashes.add((long) random.nextInt(SPAN));
    }
    return crashes;
  }

  /** In the order in which they are seen. */
  private List<Turn> turns(List<SimulatedRegion> regions) {
    List<Turn> turns = new ArrayList<>();
    int count = chance(0.92) ? 0 : 1 + random.nextInt(4);
    int waves = regions.getLast().planned().wave();
    for (int i = 0; i < count; i++) {
      Turn.Kind kind = chance(0.6) ? Turn.Kind.LEFT : one(TURNS);
      turns.add(new Turn(1 + random.nextInt(waves), random.nextInt(regions.size()), kind));
    }
    turns.sort(Comparator.comparingInt(Turn::wave));
    return turns;
  }

  private <T> T one(List<T> many) {
    return many.get(random.nextInt(many.size()));
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }
}
