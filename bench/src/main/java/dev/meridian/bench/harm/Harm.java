package dev.meridian.bench.harm;

import dev.meridian.simulation.Exposed;
import dev.meridian.simulation.judge.JudgedWorld;
import dev.meridian.simulation.judge.Place;
import dev.meridian.simulation.judge.Traffic;
import java.util.List;

/** Requests that fail or are slow because of the contender: the expected number of them. */
final class Harm {
  /** Counting ends so many seconds after the start of a release, whoever has noticed what. */
  static final long COUNTED = 24 * 3_600;

  private static final int MINUTE = 60;

  private Harm() {}

  /** What a world's users suffer where the contender was. */
  static double of(JudgedWorld world, List<Exposed> exposed) {
    if (world.defect().isEmpty()) {
      return 0;
    }
    Traffic traffic = new Traffic(world);
    double harm = 0;
    for (Exposed each : exposed) {
      for (Place place : world.served()) {
        if (place.code().equals(each.region())) {
          harm += of(traffic, place, each);
        }
      }
    }
    return harm;
  }

  private static double of(Traffic traffic, Place place, Exposed exposed) {
    long until = Math.min(COUNTED, exposed.until());
    double harm = 0;
    for (long second = exposed.from(); second < until; second += MINUTE) {
      harm += traffic.harm(place, second, exposed.from()) * Math.min(MINUTE, until - second);
    }
    return harm;
  }
}
