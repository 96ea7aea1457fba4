package dev.meridian.bench.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Every contestant on the same streams of a cell.
 *
 * @param cell the world
 * @param scores by contestant's name, in the order of {@link Contestant#ALL}
 */
public record Trial(Cell cell, SequencedMap<String, Score> scores) {
  public Trial {
    scores = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(scores));
  }

  /** How one of them did. */
  public Score score(Contestant contestant) {
    return scores.getOrDefault(contestant.name(), Score.NONE);
  }

  /** Runs one cell. */
  static Trial run(Cell cell, int runs) {
    SequencedMap<String, Score> scores = new LinkedHashMap<>();
    Contestant.ALL.forEach(contestant -> scores.put(contestant.name(), Score.NONE));
    for (int run = 0; run < runs; run++) {
      List<Stream> stream = List.of(Stream.draw(cell, run));
      for (Contestant contestant : Contestant.ALL) {
        scores.merge(contestant.name(), Score.of(contestant.rule(), stream), Score::plus);
      }
    }
    return new Trial(cell, scores);
  }

  /**
   * Runs many cells on all processors, the answers in the order of the cells.
   *
   * @param runs streams of each cell
   */
  public static List<Trial> runAll(List<Cell> cells, int runs) throws InterruptedException {
    int processors = Runtime.getRuntime().availableProcessors();
    try (ExecutorService executor = Executors.newFixedThreadPool(processors)) {
      List<Future<Trial>> futures =
          executor.invokeAll(
              IntStream.range(0, cells.size())
                  .<Callable<Trial>>mapToObj(i -> () -> run(cells.get(i), runs))
                  .toList());
      List<Trial> trials = new ArrayList<>();
      for (Future<Trial> future : futures) {
        trials.add(future.get());
      }
      return trials;
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a cell could not be judged", failure.getCause());
    }
  }
}
