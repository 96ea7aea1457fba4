package dev.meridian.bench.harm;

import dev.meridian.simulation.judge.Defect;
import dev.meridian.simulation.judge.JudgedDraw;
import dev.meridian.simulation.judge.JudgedDraw.Scale;
import dev.meridian.simulation.judge.JudgedWorld;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Every contestant in one world.
 *
 * @param defect what was wrong with the contender
 * @param ownNoise CV of what each region has of its own
 * @param courses by contestant
 */
record Trial(Optional<Defect> defect, double ownNoise, Map<Contestant, Course> courses) {
  Trial {
    courses = Collections.unmodifiableMap(new EnumMap<>(courses));
  }

  /** The worlds of these seeds, in order, on all processors. */
  static List<Trial> run(long worlds) {
    return LongStream.range(0, worlds).parallel().mapToObj(Trial::inWorld).toList();
  }

  private static Trial inWorld(long seed) {
    JudgedWorld world = JudgedDraw.of(seed, Scale.EXAMPLE);
    Map<Contestant, Course> courses = new EnumMap<>(Contestant.class);
    for (Contestant contestant : Contestant.values()) {
      courses.put(contestant, contestant.through(world));
    }
    return new Trial(world.defect(), world.noise().own(), courses);
  }

  boolean healthy() {
    return defect.isEmpty();
  }

  Course of(Contestant contestant) {
    Course course = courses.get(contestant);
    if (course == null) {
      throw new IllegalArgumentException(contestant + " did not run");
    }
    return course;
  }
}
