package dev.meridian.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.meridian.simulation.JudgedSimulations;
import dev.meridian.simulation.Simulations;
import dev.meridian.simulation.engine.EngineSimulations;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many whole releases are decided, and how many judged, in a minute, every law checked. */
@Command(
    name = "decide",
    description = "Releases decided a minute, with every safety property checked after each step.",
    mixinStandardHelpOptions = true)
final class DecideCommand implements Callable<Integer> {
  private static final double DRAWN = 1_000_000;
  private static final double JUDGED = 20_000;
  private static final double WORKFLOWS = 2_000;
  private static final OperatingSystemMXBean PROCESSOR =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "releases whose bake outcomes are drawn (default: ${DEFAULT-VALUE})",
      defaultValue = "1000000")
  private long seeds = 1_000_000;

  @Option(
      names = "--judged-seeds",
      paramLabel = "N",
      description = "releases whose every sample is judged (default: ${DEFAULT-VALUE})",
      defaultValue = "100000")
  private long judgedSeeds = 100_000;

  @Option(
      names = "--workflow-seeds",
      paramLabel = "N",
      description = "releases that the real workflows run (default: ${DEFAULT-VALUE})",
      defaultValue = "4000")
  private long workflowSeeds = 4_000;

  @Mixin private Printing printing = new Printing();

  /**
   * One measured run.
   *
   * @param judged intervals of regions that the judge folded, a release
   * @param seconds of the clock
   * @param processorSeconds of all processors together
   * @param aMinute releases
   */
  private record Figure(
      String what,
      long releases,
      double judged,
      double seconds,
      double processorSeconds,
      double aMinute,
      Map<String, Long> ends,
      Optional<String> violation) {
    static Figure of(String what, Supplier<Simulations.Report> run) {
      long processor = PROCESSOR.getProcessCpuTime();
      long begun = System.nanoTime();
      Simulations.Report report = run.get();
      double seconds = (System.nanoTime() - begun) / 1e9;
      return new Figure(
          what,
          report.releases(),
          (double) report.judged() / report.releases(),
          seconds,
          (PROCESSOR.getProcessCpuTime() - processor) / 1e9,
          60 * report.releases() / seconds,
          report.ends(),
          report.violation());
    }

    Table table() {
      return new Table(
          "How they ended, " + what,
          List.of("end", "releases"),
          ends.entrySet().stream()
              .map(each ->
                  List.of(each.getKey(), String.format(Locale.ROOT, "%,d", each.getValue())))
              .toList());
    }

    Target target(double atLeast) {
      return new Target(
          "releases a minute, " + what,
          String.format(Locale.ROOT, ">= %,.0f", atLeast),
          String.format(
              Locale.ROOT,
              "%,.0f; %.2f ms of a processor each",
              aMinute,
              1_000 * processorSeconds / releases),
          Target.Standing.of(aMinute >= atLeast));
    }
  }

  @Override
  public Integer call() {
    Simulations.run(0, seeds / 20);
    Figure drawn = Figure.of("bake outcomes drawn", () -> Simulations.run(0, seeds));
    JudgedSimulations.run(0, judgedSeeds / 20);
    Figure judged = Figure.of("every sample judged", () -> JudgedSimulations.run(0, judgedSeeds));
    EngineSimulations.run(0, workflowSeeds / 20);
    Figure run = Figure.of("real workflows", () -> EngineSimulations.run(0, workflowSeeds));
    List<Figure> figures = List.of(drawn, judged, run);
    printing.print(report(figures));
    figures.forEach(each -> each.violation().ifPresent(System.err::print));
    return figures.stream().anyMatch(each -> each.violation().isPresent()) ? 1 : 0;
  }

  private static Report report(List<Figure> figures) {
    Figure drawn = figures.get(0);
    Figure judged = figures.get(1);
    Figure run = figures.get(2);
    long violations = figures.stream().filter(it -> it.violation().isPresent()).count();
    return new Report(
        "decide",
        String.format(
            Locale.ROOT,
            "%,d releases with outcomes drawn, %,d judged at %,.0f intervals each, %,d through the"
                + " real workflows; %d cores, Java %d",
            drawn.releases(),
            judged.releases(),
            judged.judged(),
            run.releases(),
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature()),
        figures.stream().map(Figure::table).toList(),
        List.of(
            drawn.target(DRAWN),
            judged.target(JUDGED),
            run.target(WORKFLOWS),
            new Target(
                "violations",
                "0",
                violations == 0 ? "0" : "1 or more",
                Target.Standing.of(violations == 0))),
        figures);
  }
}
