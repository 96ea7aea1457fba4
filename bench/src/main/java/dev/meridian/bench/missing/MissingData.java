package dev.meridian.bench.missing;

import dev.meridian.bench.missing.GateRun.Ending;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How the runs of one shape ended.
 *
 * @param shape of the missing data
 * @param runs gate runs
 * @param passes of them; each is a mistake, where anything is missing
 * @param silent waiting because of silence
 * @param tooFew waiting for good samples
 * @param held waiting for another reason
 * @param stopped given up, or the release stopped
 */
public record MissingData(
    Shape shape, long runs, long passes, long silent, long tooFew, long held, long stopped) {
  private static final int AT_ONCE = 2000;

  private static final class Tally {
    private final Map<Ending, Long> endings = new EnumMap<>(Ending.class);

    void add(Ending ending, long count) {
      endings.merge(ending, count, Long::sum);
    }

    long of(Ending ending) {
      return endings.getOrDefault(ending, 0L);
    }
  }

  /** Runs every shape so many times, on all processors; always the same for the same number. */
  public static List<MissingData> runAll(int runs) throws InterruptedException {
    int processors = Runtime.getRuntime().availableProcessors();
    try (ExecutorService executor = Executors.newFixedThreadPool(processors)) {
      List<MissingData> all = new ArrayList<>();
      for (Shape shape : Shape.values()) {
        all.add(run(shape, runs, executor));
      }
      return all;
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a gate could not be judged", failure.getCause());
    }
  }

  private static MissingData run(Shape shape, int runs, ExecutorService executor)
      throws InterruptedException, ExecutionException {
    List<Watched> gates = Watched.all().stream().filter(it -> shape.fits(it.kind())).toList();
    List<Callable<Tally>> parts = new ArrayList<>();
    for (int from = 0; from < runs; from += AT_ONCE) {
      int first = from;
      parts.add(() -> part(shape, gates, first, Math.min(runs, first + AT_ONCE)));
    }
    Tally sum = new Tally();
    for (Future<Tally> part : executor.invokeAll(parts)) {
      part.get().endings.forEach(sum::add);
    }
    return new MissingData(
        shape,
        runs,
        sum.of(Ending.PASSED),
        sum.of(Ending.HELD_SILENT),
        sum.of(Ending.HELD_TOO_FEW),
        sum.of(Ending.HELD),
        sum.of(Ending.STOPPED));
  }

  private static Tally part(Shape shape, List<Watched> gates, int from, int until) {
    Tally tally = new Tally();
    for (int run = from; run < until; run++) {
      long seed = 1_000_003L * shape.words().hashCode() + 0x9E3779B97F4A7C15L * run;
      tally.add(new GateRun(gates.get(run % gates.size()), shape, seed).ending(), 1);
    }
    return tally;
  }
}
