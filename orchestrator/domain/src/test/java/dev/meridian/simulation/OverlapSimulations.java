package dev.meridian.simulation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Many worlds of two releases, on all processors. */
public final class OverlapSimulations {
  private static final String BROKEN = " broken";

  private OverlapSimulations() {}

  /** Simulates the worlds of so many seeds; ends are told of both releases, the older one first. */
  public static Simulations.Report run(long firstSeed, long seeds) {
    Map<String, Long> ends =
        LongStream.range(firstSeed, firstSeed + seeds)
            .parallel()
            .mapToObj(seed -> end(OverlapSimulation.of(OverlapDraw.of(seed))))
            .collect(Collectors.groupingBy(end -> end, TreeMap::new, Collectors.counting()));
    Optional<String> violation =
        ends.keySet().stream().anyMatch(end -> end.endsWith(BROKEN))
            ? firstViolation(firstSeed, seeds)
            : Optional.empty();
    return new Simulations.Report(seeds, ends, 0, violation);
  }

  /** The law that is broken in a world of much trouble, if one is. */
  public static Optional<String> violation(long seed) {
    return OverlapSimulation.of(OverlapDraw.ofTrouble(seed))
        .broken()
        .map(law -> String.valueOf(law.getMessage()));
  }

  private static String end(OverlapSimulation.Result result) {
    if (result.broken().isPresent()) {
      return result.broken().get().property() + BROKEN;
    }
    String older = words(result.older());
    return result.overlapped() ? older + ", " + words(result.younger()) : older + ", alone";
  }

  private static String words(Optional<? extends Enum<?>> outcome) {
    return outcome
        .map(end -> end.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .orElse("waiting");
  }

  private static Optional<String> firstViolation(long firstSeed, long seeds) {
    return LongStream.range(firstSeed, firstSeed + seeds)
        .mapToObj(seed -> told(OverlapDraw.of(seed)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** A violation for people: how to see it again, and what both ledgers say. */
  private static Optional<String> told(OverlapWorld world) {
    OverlapSimulation.Result result = OverlapSimulation.of(world);
    return result
        .broken()
        .map(law -> {
          StringBuilder text = new StringBuilder();
          text.append("./meridian simulate --overlap --seeds 1 --seed-from ").append(world.seed());
          text.append("  # ").append(law.getMessage()).append('\n');
          result
              .entries()
              .forEach(entry ->
                  text.append(
                      "  %4d  %s  %s%n".formatted(entry.seq(), entry.key(), entry.event())));
          return text.toString();
        });
  }
}
