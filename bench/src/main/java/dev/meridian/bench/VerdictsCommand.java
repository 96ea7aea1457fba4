package dev.meridian.bench;

import dev.meridian.bench.verdict.Cell;
import dev.meridian.bench.verdict.Grid;
import dev.meridian.bench.verdict.Trial;
import dev.meridian.bench.verdict.VerdictsPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How soon which rule sees a defect, and how often it stops a healthy release. */
@Command(
    name = "verdicts",
    description = "Meridian's test beside the rules of others, all on the same seeded streams.",
    mixinStandardHelpOptions = true)
final class VerdictsCommand implements Callable<Integer> {
  @Mixin private Printing printing = new Printing();

  @Option(
      names = "--runs",
      defaultValue = "42",
      description = "streams of each healthy cell; others in proportion (${DEFAULT-VALUE})")
  private int runs;

  @Option(names = "--full", description = "every cell of the grid, a row each; takes hours")
  private boolean full;

  @Override
  public Integer call() throws InterruptedException {
    long began = System.nanoTime();
    List<Trial> trials = new ArrayList<>();
    for (Grid.Part part : full ? Grid.full(runs) : Grid.page(runs)) {
      trials.addAll(Trial.runAll(part.cells(), part.runs()));
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    printing.print(report(trials, seconds));
    return 0;
  }

  private Report report(List<Trial> trials, double seconds) {
    int streams =
        trials.stream().mapToInt(trial -> trial.scores().firstEntry().getValue().runs()).sum();
    String run =
        String.format(
            Locale.ROOT,
            "%,d streams of %,d cells, base %.1f %%, judged by each rule; %.0f s on %d cores, Java %s",
            streams,
            trials.size(),
            Cell.BASE * 100,
            seconds,
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature());
    VerdictsPage page = new VerdictsPage(trials);
    return new Report(
        "verdicts", run, full ? page.everything() : page.tables(), page.targets(), page.figures());
  }
}
