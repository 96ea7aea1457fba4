package dev.meridian.bench;

import dev.meridian.bench.Report.Output;
import dev.meridian.simulation.Simulations;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How many whole releases are decided in a minute, bake outcomes drawn, every property checked. */
@Command(
    name = "decide",
    description = "Releases decided a minute, with every safety property checked after each step.",
    mixinStandardHelpOptions = true)
final class DecideCommand implements Callable<Integer> {
  private static final double TARGET = 1_000_000;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "how many releases (default: ${DEFAULT-VALUE})",
      defaultValue = "1000000")
  private long seeds = 1_000_000;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      description = "table or json",
      defaultValue = "table")
  private Output output = Output.TABLE;

  /** One measured run. */
  private record Figure(long releases, double seconds, double aMinute, Map<String, Long> ends) {}

  @Override
  public Integer call() {
    Simulations.run(0, seeds / 20);
    long begun = System.nanoTime();
    Simulations.Report report = Simulations.run(0, seeds);
    double seconds = (System.nanoTime() - begun) / 1e9;
    double aMinute = 60 * seeds / seconds;
    Bench.print(
        new Report(
            "decide",
            String.format(
                Locale.ROOT,
                "%,d releases on %d cores, Java %d",
                seeds,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature()),
            List.of(ends(report)),
            List.of(
                new Target(
                    "releases decided a minute",
                    ">= 1,000,000",
                    String.format(Locale.ROOT, "%,.0f", aMinute),
                    Target.Standing.of(aMinute >= TARGET)),
                new Target(
                    "violations",
                    "0",
                    report.violation().isPresent() ? "1 or more" : "0",
                    Target.Standing.of(report.violation().isEmpty()))),
            List.of(new Figure(seeds, seconds, aMinute, report.ends()))),
        output);
    return report.violation().isPresent() ? 1 : 0;
  }

  private static Table ends(Simulations.Report report) {
    return new Table(
        "How they ended",
        List.of("end", "releases"),
        report.ends().entrySet().stream()
            .map(each -> List.of(each.getKey(), String.format(Locale.ROOT, "%,d", each.getValue())))
            .toList());
  }
}
