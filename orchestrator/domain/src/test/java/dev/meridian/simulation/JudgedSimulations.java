package dev.meridian.simulation;

import dev.meridian.release.ReleaseOutcome;
import dev.meridian.simulation.judge.JudgedDraw;
import dev.meridian.simulation.judge.JudgedDraw.Scale;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Many simulated releases, every sample judged, on all processors. */
public final class JudgedSimulations {
  /** One release, as it is counted. */
  private record End(long seed, String words, long intervals, Optional<BrokenLaw> broken) {
    String told() {
      return "./meridian simulate --judged --seeds 1 --seed-from "
          + seed
          + "  # "
          + broken.map(BrokenLaw::getMessage).orElse("")
          + "\n";
    }
  }

  private JudgedSimulations() {}

  /** Simulates the releases of so many seeds. */
  public static Simulations.Report run(long firstSeed, long seeds) {
    List<End> ends =
        LongStream.range(firstSeed, firstSeed + seeds)
            .parallel()
            .mapToObj(JudgedSimulations::end)
            .toList();
    return new Simulations.Report(
        seeds,
        ends.stream()
            .collect(Collectors.groupingBy(End::words, TreeMap::new, Collectors.counting())),
        ends.stream().mapToLong(End::intervals).sum(),
        ends.stream().filter(end -> end.broken().isPresent()).findFirst().map(End::told));
  }

  private static End end(long seed) {
    JudgedRelease release = JudgedRelease.troubled(JudgedDraw.of(seed, Scale.SMALL));
    return new End(seed, words(release), release.judged(), release.broken());
  }

  private static String words(JudgedRelease release) {
    if (release.broken().isPresent()) {
      return release.broken().get().property() + " broken";
    }
    boolean completed = release.outcome().equals(Optional.of(ReleaseOutcome.COMPLETED));
    if (release.world().defect().isEmpty()) {
      return release.degraded()
          ? "healthy, stopped by a gate"
          : completed ? "healthy, completed" : "healthy, ended for another reason";
    }
    return release.degraded()
        ? "defect, found by a gate"
        : completed ? "defect, completed" : "defect, ended for another reason";
  }
}
