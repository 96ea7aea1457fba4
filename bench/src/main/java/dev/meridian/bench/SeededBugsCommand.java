package dev.meridian.bench;

import dev.meridian.bench.bugs.Quarry;
import dev.meridian.bench.bugs.Quarry.Hunted;
import dev.meridian.bench.bugs.SeededBug;
import dev.meridian.bench.bugs.SeededBugs;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deliberate one-line bugs, each of which the checkers must catch. */
@Command(
    name = "seeded-bugs",
    description =
        "Plants one-line bugs in the sources, one at a time, and tells what catches each.",
    mixinStandardHelpOptions = true)
final class SeededBugsCommand implements Callable<Integer> {
  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "how long a hunt may take (default: ${DEFAULT-VALUE})",
      defaultValue = "60")
  private int seconds = 60;

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      description = "only bugs whose name or file contains it",
      defaultValue = "")
  private String only = "";

  @Mixin private Printing printing = new Printing();

  @Override
  public Integer call() throws Exception {
    long begun = System.nanoTime();
    Path root = Path.of(System.getProperty("meridian.home", "."));
    List<SeededBug> bugs =
        SeededBugs.all().stream()
            .filter(bug -> bug.id().contains(only) || bug.where().contains(only))
            .toList();
    List<Hunted> hunted = Quarry.hunt(bugs, root, seconds);
    double took = (System.nanoTime() - begun) / 1e9;
    printing.print(report(hunted, took));
    return hunted.stream().allMatch(Hunted::asItShould) ? 0 : 1;
  }

  private Report report(List<Hunted> hunted, double took) {
    long caught =
        hunted.stream().filter(it -> it.bug().isPresent() && it.result().caught()).count();
    boolean clean = hunted.getFirst().asItShould();
    long bugs = hunted.size() - 1L;
    return new Report(
        "seeded-bugs",
        String.format(
            Locale.ROOT,
            "%d bugs, at most %d s each, two at a time; %.0f s on %d cores, Java %d",
            bugs,
            seconds,
            took,
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature()),
        List.of(
            new Table(
                "What catches each",
                List.of("bug", "in", "caught by", "what it saw", "worlds", "s"),
                hunted.stream().map(Hunted::row).toList())),
        List.of(
            new Target(
                "bugs caught",
                "all of them",
                caught + " of " + bugs,
                Target.Standing.of(caught == bugs)),
            new Target(
                "found in the sources as they are",
                "nothing",
                clean ? "nothing" : hunted.getFirst().result().told(),
                Target.Standing.of(clean))),
        hunted);
  }
}
