package dev.meridian.bench;

import dev.meridian.bench.Target.Standing;
import dev.meridian.bench.missing.MissingData;
import dev.meridian.bench.missing.Shape;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether missing data ever passes a gate. */
@Command(
    name = "missing-data",
    description = "Gate runs over thirteen shapes of missing data: none of them may pass.",
    mixinStandardHelpOptions = true)
final class MissingDataCommand implements Callable<Integer> {
  @Mixin private Printing printing = new Printing();

  @Option(
      names = "--runs",
      defaultValue = "1000000",
      description = "gate runs over all thirteen shapes together (${DEFAULT-VALUE})")
  private int runs;

  @Override
  public Integer call() throws InterruptedException {
    long began = System.nanoTime();
    List<MissingData> shapes = MissingData.runAll(Math.ceilDiv(runs, Shape.MISSING.size()));
    double seconds = (System.nanoTime() - began) / 1e9;
    Report report = report(shapes, seconds);
    printing.print(report);
    return report.targets().stream().allMatch(it -> it.standing() == Standing.MET) ? 0 : 1;
  }

  private static Report report(List<MissingData> shapes, double seconds) {
    List<MissingData> missing =
        shapes.stream().filter(it -> it.shape() != Shape.NOTHING_MISSING).toList();
    long runs = missing.stream().mapToLong(MissingData::runs).sum();
    long passes = missing.stream().mapToLong(MissingData::passes).sum();
    Table table =
        new Table(
            "How bakes of 15 minutes stand within 5 minutes of their end",
            List.of(
                "shape",
                "gate runs",
                "passes",
                "held: silent",
                "held: too few good",
                "held: other",
                "stopped"),
            shapes.stream().map(MissingDataCommand::row).toList());
    return new Report(
        "missing-data",
        String.format(
            Locale.ROOT,
            "%,d gate runs and a comparison; %.0f s on %d cores, Java %s",
            runs,
            seconds,
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature()),
        List.of(table),
        List.of(
            new Target(
                "passes with data missing",
                "0",
                String.format(Locale.ROOT, "%,d of %,d", passes, runs),
                Standing.of(passes == 0))),
        shapes);
  }

  private static List<String> row(MissingData data) {
    return Stream.concat(
            Stream.of(data.shape().words()),
            LongStream.of(
                    data.runs(),
                    data.passes(),
                    data.silent(),
                    data.tooFew(),
                    data.held(),
                    data.stopped())
                .mapToObj(count -> String.format(Locale.ROOT, "%,d", count)))
        .toList();
  }
}
