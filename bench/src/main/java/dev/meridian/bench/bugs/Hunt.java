package dev.meridian.bench.bugs;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Runs all checks in turn, a moment each, until one finds something or the time is over. It says
 * how far it is before each moment, so that whoever waits knows where it stopped.
 */
public final class Hunt {
  private static final long MOMENT = 150_000_000;

  private Hunt() {}

  /**
   * @param arguments for how many seconds
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    long end = System.nanoTime() + Long.parseLong(arguments[0]) * 1_000_000_000L;
    Map<Check, Long> next = new EnumMap<>(Check.class);
    long seeds = 0;
    while (System.nanoTime() < end) {
      for (Check check : Check.values()) {
        out.println("in\t" + check + "\t" + seeds);
        long until = Math.min(end, System.nanoTime() + MOMENT);
        do {
          long seed = next.merge(check, 1L, Long::sum) - 1;
          seeds++;
          Optional<String> found = check.violation(seed);
          if (found.isPresent()) {
            String told = found.get().replaceAll("\\s+", " ");
            out.println("found\t" + check + "\t" + seeds + "\t" + seed + "\t" + told);
            return;
          }
        } while (System.nanoTime() < until);
      }
    }
    out.println("nothing\t\t" + seeds);
  }
}
