package dev.meridian.simulation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Many simulated releases, on all processors. */
public final class Simulations {
  /**
   * What became of them.
   *
   * @param releases how many were simulated
   * @param ends how many ended in which way
   * @param judged intervals of regions that the judge folded; none where outcomes are drawn
   * @param violation the one of the lowest seed, told so that it can be looked into
   */
  public record Report(
      long releases, Map<String, Long> ends, long judged, Optional<String> violation) {}

  private static final String BROKEN = " broken";

  private Simulations() {}

  /** Simulates the releases of so many seeds. */
  public static Report run(long firstSeed, long seeds) {
    Map<String, Long> ends =
        LongStream.range(firstSeed, firstSeed + seeds)
            .parallel()
            .mapToObj(Simulations::end)
            .collect(Collectors.groupingBy(end -> end, TreeMap::new, Collectors.counting()));
    Optional<String> violation =
        ends.keySet().stream().anyMatch(end -> end.endsWith(BROKEN))
            ? firstViolation(firstSeed, seeds)
            : Optional.empty();
    return new Report(seeds, ends, 0, violation);
  }

  /** The law that a release breaks in a world of much trouble, if it breaks one. */
  public static Optional<String> violation(long seed) {
    return Simulation.of(WorldDraw.ofTrouble(seed))
        .broken()
        .map(law -> String.valueOf(law.getMessage()));
  }

  private static String end(long seed) {
    Simulation.Result result = Simulation.of(WorldDraw.of(seed));
    return result
        .broken()
        .map(law -> law.property() + BROKEN)
        .orElseGet(() ->
            result
                .outcome()
                .map(outcome -> outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("waiting for a person"));
  }

  private static Optional<String> firstViolation(long firstSeed, long seeds) {
    return LongStream.range(firstSeed, firstSeed + seeds)
        .mapToObj(Long::valueOf)
        .flatMap(seed -> told(WorldDraw.of(seed)).stream())
        .findFirst();
  }

  /** A violation for people: how to see it again, and a small world that shows it. */
  static Optional<String> told(SimulatedWorld world) {
    return Simulation.of(world)
        .broken()
        .map(law -> {
          SimulatedWorld small = Shrinker.shrunk(world, each -> breaks(each, law.property()));
          Simulation.Result result = Simulation.of(small);
          StringBuilder text = new StringBuilder();
          text.append("./meridian simulate --seeds 1 --seed-from ").append(world.seed());
          text.append("  # ").append(law.getMessage()).append('\n');
          text.append("shrunk: ").append(result.broken().orElse(law).getMessage()).append('\n');
          small.regions().forEach(region -> text.append("  ").append(region).append('\n'));
          small.orders().forEach(order -> text.append("  ").append(order).append('\n'));
          small.turns().forEach(turn -> text.append("  ").append(turn).append('\n'));
          small.crashes().forEach(at -> text.append("  crash at ").append(at).append('\n'));
          result
              .entries()
              .forEach(entry -> text.append("  %4d  %s%n".formatted(entry.seq(), entry.event())));
          return text.toString();
        });
  }

  private static boolean breaks(SimulatedWorld world, String property) {
    return Simulation.of(world).broken().filter(law -> law.property().equals(property)).isPresent();
  }
}
