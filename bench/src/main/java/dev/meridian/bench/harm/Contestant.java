package dev.meridian.bench.harm;

import dev.meridian.region.RegionCode;
import dev.meridian.region.plan.BakeTime;
import dev.meridian.region.plan.Placement;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.Wave;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.simulation.Exposed;
import dev.meridian.simulation.JudgedRelease;
import dev.meridian.simulation.judge.JudgedWorld;
import dev.meridian.simulation.judge.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A way to bring a contender to every region of a world. */
enum Contestant {
  /** Plan and judge of Meridian. */
  MERIDIAN("Meridian") {
    @Override
    Course through(JudgedWorld world) {
      return judged(world);
    }
  },
  /** Everywhere at the start. */
  AT_ONCE("all at once") {
    @Override
    Course through(JudgedWorld world) {
      return oneByOne(world, byName(world), 0);
    }
  },
  /** By name. */
  HOURLY("by name, 1 h each") {
    @Override
    Course through(JudgedWorld world) {
      return oneByOne(world, byName(world), HOUR);
    }
  },
  /** The smallest first. */
  LOW_FIRST("low traffic first, 1 h each") {
    @Override
    Course through(JudgedWorld world) {
      return oneByOne(world, byTraffic(world), HOUR);
    }
  },
  /** By name, in the time that Meridian takes through the same world with nothing wrong. */
  SAME_TIME("by name, in Meridian's time") {
    @Override
    Course through(JudgedWorld world) {
      JudgedRelease release = JudgedRelease.calm(world.healthy());
      long inAll = release.outcome().equals(COMPLETED) ? release.endedAt() : planned(world);
      return oneByOne(world, byName(world), inAll / world.served().size());
    }
  },
  /** By name, but judged by Meridian: what the order is worth. */
  HOURLY_JUDGED("by name, 1 h each, Meridian's judge") {
    @Override
    Course through(JudgedWorld world) {
      return judged(world.under(hourly(world)));
    }
  },
  /** Meridian's order and bakes, but only the alarm: what the judge is worth. */
  ALARMED("Meridian's plan, alarm only") {
    @Override
    Course through(JudgedWorld world) {
      List<Exposed> exposed = new ArrayList<>();
      long second = 0;
      for (Wave wave : world.plan().waves()) {
        for (Placement placement : wave.placements()) {
          exposed.add(new Exposed(placement.region(), second, Exposed.NEVER));
        }
        second += WAVE + wave.longestBake().toSeconds();
      }
      return Course.alarmed(world, exposed, second, 0);
    }
  };

  private static final long HOUR = 3_600;
  private static final Optional<ReleaseOutcome> COMPLETED = Optional.of(ReleaseOutcome.COMPLETED);

  /** What a wave takes beside its bake in the simulation, in seconds: image, pods, checks. */
  private static final long WAVE = 280;

  private final String words;

  Contestant(String words) {
    this.words = words;
  }

  /** For tables. */
  String words() {
    return words;
  }

  /** What happens when it is tried in a world. */
  abstract Course through(JudgedWorld world);

  /** After its end Meridian's gates look no more, and a team's alarm does. */
  private static Course judged(JudgedWorld world) {
    JudgedRelease release = JudgedRelease.calm(world);
    if (release.outcome().equals(COMPLETED)) {
      return Course.alarmed(world, release.exposed(), release.endedAt(), release.endedAt());
    }
    return new Course(Harm.of(world, release.exposed()), Exposed.NEVER, true, true);
  }

  private static long planned(JudgedWorld world) {
    long seconds = 0;
    for (Wave wave : world.plan().waves()) {
      seconds += WAVE + wave.longestBake().toSeconds();
    }
    return seconds;
  }

  private static Course oneByOne(JudgedWorld world, List<RegionCode> order, long step) {
    List<Exposed> exposed = new ArrayList<>();
    for (RegionCode region : order) {
      exposed.add(new Exposed(region, exposed.size() * step, Exposed.NEVER));
    }
    return Course.alarmed(world, exposed, order.size() * step, 0);
  }

  private static List<RegionCode> byName(JudgedWorld world) {
    return world.served().stream().map(Place::code).sorted().toList();
  }

  private static List<RegionCode> byTraffic(JudgedWorld world) {
    return world.served().stream()
        .sorted(Comparator.comparingDouble(Place::mean).thenComparing(Place::code))
        .map(Place::code)
        .toList();
  }

  /** Staging stays first; everybody with users has a wave and an hour. */
  private static Plan hourly(JudgedWorld world) {
    List<Placement> placements =
        world.plan().waves().stream()
            .flatMap(wave -> wave.placements().stream())
            .sorted(
                Comparator.comparing((Placement it) -> it.role().hasUsers())
                    .thenComparing(Placement::region))
            .toList();
    List<Wave> waves = new ArrayList<>();
    for (Placement placement : placements) {
      Wave old = world.plan().waves().getFirst();
      waves.add(
          new Wave(
              waves.size() + 1,
              old.group(),
              List.of(placement.role().hasUsers() ? hour(placement) : placement),
              old.exposedAfter()));
    }
    return new Plan(waves, List.of());
  }

  private static Placement hour(Placement placement) {
    BakeTime bake = placement.bake();
    return new Placement(
        placement.region(),
        placement.role(),
        placement.traffic(),
        new BakeTime(Duration.ofHours(1), bake.ceiling(), bake.requestsNeeded(), List.of()),
        placement.reason());
  }
}
