package dev.meridian.bench.harm;

import dev.meridian.simulation.Exposed;
import dev.meridian.simulation.judge.JudgedWorld;
import dev.meridian.simulation.judge.Place;
import dev.meridian.simulation.judge.Serving;
import dev.meridian.simulation.judge.Traffic;
import dev.meridian.simulation.judge.Traffic.Sample;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The alarm of a careful team: it looks at every region that runs the contender each minute, and is
 * raised by five minutes in a row in which more than 1 % of the requests fail or more than 5 % are
 * slow, the ceilings of Meridian's gates. Ten minutes later everything is taken back.
 */
final class CeilingAlarm {
  /** It is never raised. */
  static final long NEVER = Exposed.NEVER;

  /** Seconds from the alarm until no region runs the contender. */
  static final long TAKING_BACK = 600;

  private static final int MINUTE = 60;
  private static final int IN_A_ROW = 5;
  private static final double FAILING = 0.01;
  private static final double SLOW = 0.05;

  private CeilingAlarm() {}

  /**
   * When it is raised first, in seconds from the start of the release.
   *
   * @param watchedFrom it looks from then on
   */
  static long raised(JudgedWorld world, List<Exposed> exposed, long watchedFrom) {
    return exposed.stream()
        .flatMapToLong(each -> raised(world, each, watchedFrom))
        .min()
        .orElse(NEVER);
  }

  private static LongStream raised(JudgedWorld world, Exposed exposed, long watchedFrom) {
    return world.served().stream()
        .filter(place -> place.code().equals(exposed.region()))
        .mapToLong(place -> raised(new Traffic(world), place, exposed, watchedFrom));
  }

  private static long raised(Traffic traffic, Place place, Exposed exposed, long watchedFrom) {
    long until = Math.min(Harm.COUNTED, exposed.until());
    Serving serving = Serving.contender(exposed.from());
    int bad = 0;
    long begin = Math.ceilDiv(Math.max(exposed.from(), watchedFrom), MINUTE) * MINUTE;
    for (long second = begin; second + MINUTE <= until; second += MINUTE) {
      Sample minute = traffic.sample(place, second, MINUTE, serving);
      boolean over =
          minute.failing() > FAILING * minute.all() || minute.slow() > SLOW * minute.all();
      bad = over ? bad + 1 : 0;
      if (bad == IN_A_ROW) {
        return second + MINUTE;
      }
    }
    return NEVER;
  }
}
