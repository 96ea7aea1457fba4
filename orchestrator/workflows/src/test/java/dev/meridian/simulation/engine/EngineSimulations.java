package dev.meridian.simulation.engine;

import dev.meridian.simulation.Simulations;
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
import java.util.stream.LongStream;

/** Many releases in simulated worlds, through the real workflows. */
public final class EngineSimulations {
  /** A shared engine gets slower with what it has kept. */
  private static final int RELEASES_PER_ENGINE = 64;

  private static final int SIDE_BY_SIDE = 32;

  private EngineSimulations() {}

  /**
   * Runs the releases of so many seeds.
   *
   * @return with every violation, in order of seeds
   */
  public static Simulations.Report run(long firstSeed, long seeds) {
    Map<String, Long> ends = new TreeMap<>();
    List<String> violations = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
      for (long from = firstSeed; from < firstSeed + seeds; from += RELEASES_PER_ENGINE) {
        long count = Math.min(RELEASES_PER_ENGINE, firstSeed + seeds - from);
        try (Engine engine = new Engine()) {
          for (Seeded seeded : results(engine, threads, LongStream.range(from, from + count))) {
            LiveRelease.Result result = got(seeded.result());
            result.violation().ifPresent(law -> violations.add(told(seeded.seed(), law)));
            ends.merge(end(result), 1L, Long::sum);
          }
        }
      }
    }
    Optional<String> violation =
        violations.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", violations));
    return new Simulations.Report(seeds, ends, 0, violation);
  }

  private record Seeded(long seed, Future<LiveRelease.Result> result) {}

  private static List<Seeded> results(Engine engine, ExecutorService threads, LongStream seeds) {
    return seeds
        .mapToObj(seed -> new Seeded(seed, threads.submit(() -> engine.run(seed))))
        .toList();
  }

  private static String told(long seed, String law) {
    return "./meridian simulate --workflows --seeds 1 --seed-from " + seed + "  # " + law;
  }

  private static LiveRelease.Result got(Future<LiveRelease.Result> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
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
