package dev.meridian.simulation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many releases in simulated worlds, through the real workflows. */
public final class EngineSimulations {
  /** A shared engine gets slower with what it has kept. */
  private static final int RELEASES_PER_ENGINE = 64;

  private static final int SIDE_BY_SIDE = 32;

  /**
   * What became of them.
   *
   * @param ends how many ended in which way
   * @param violations one line for each release in which a law was broken, in order of seeds
   */
  public record Report(long releases, Map<String, Long> ends, List<String> violations) {
    public Report {
      violations = List.copyOf(violations);
    }
  }

  private EngineSimulations() {}

  /** Runs the releases of so many seeds. */
  public static Report run(long firstSeed, long seeds) throws InterruptedException {
    Map<String, Long> ends = new TreeMap<>();
    List<String> violations = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
      for (long from = 0; from < seeds; from += RELEASES_PER_ENGINE) {
        long count = Math.min(RELEASES_PER_ENGINE, seeds - from);
        try (Engine engine = new Engine()) {
          List<Future<LiveRelease.Result>> results = new ArrayList<>();
          for (long i = 0; i < count; i++) {
            long seed = firstSeed + from + i;
            results.add(threads.submit(() -> engine.run(seed)));
          }
          for (int i = 0; i < results.size(); i++) {
            LiveRelease.Result result = got(results.get(i));
            long seed = firstSeed + from + i;
            result.violation().ifPresent(law -> violations.add("seed " + seed + ": " + law));
            ends.merge(end(result), 1L, Long::sum);
          }
        }
      }
    }
    return new Report(seeds, ends, violations);
  }

  private static LiveRelease.Result got(Future<LiveRelease.Result> result)
      throws InterruptedException {
    try {
      return result.get();
    } catch (ExecutionException e) {
      return new LiveRelease.Result(Optional.empty(), Optional.of(String.valueOf(e.getCause())));
    }
  }

  private static String end(LiveRelease.Result result) {
    return result
        .violation()
        .map(law -> law.substring(0, law.indexOf(':')) + " broken")
        .orElseGet(() ->
            result
                .outcome()
                .map(outcome -> outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("waiting for a person"));
  }
}
