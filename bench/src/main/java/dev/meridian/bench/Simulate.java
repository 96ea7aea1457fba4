package dev.meridian.bench;

import dev.meridian.simulation.Crashes;
import dev.meridian.simulation.JudgedSimulations;
import dev.meridian.simulation.OverlapSimulations;
import dev.meridian.simulation.Simulations;
import dev.meridian.simulation.engine.EngineSimulations;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code meridian simulate} command: releases in random worlds, every law checked. */
@Command(
    name = "meridian simulate",
    description = {
      "Simulates releases in random worlds - outages, failing steps, harm early and late, commands,",
      "crashes - and checks the safety properties after every step. Ends with 1 at a violation,",
      "which is told with a line that shows it again and shrunk to a small world."
    },
    mixinStandardHelpOptions = true)
public final class Simulate implements Callable<Integer> {
  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "how many releases (default: ${DEFAULT-VALUE})",
      defaultValue = "100000")
  private long seeds = 100_000;

  @Option(
      names = "--seed-from",
      paramLabel = "K",
      description = "the first seed (default: ${DEFAULT-VALUE})",
      defaultValue = "0")
  private long from;

  @ArgGroup(exclusive = true)
  private Way way = new Way();

  /** How they are run; at most one. */
  private static final class Way {
    @Option(
        names = "--crash-everywhere",
        description = "kills each release after every entry of its ledger in turn: some 200 a seed")
    private boolean crashEverywhere;

    @Option(
        names = "--judged",
        description = "draw every sample and let the judge decide how bakes end; slower")
    private boolean judged;

    @Option(
        names = "--workflows",
        description =
            "run the real workflows on the embedded engine, with activities that fail before or after"
                + " their effect, are lost or done twice; some thousand times slower")
    private boolean workflows;

    @Option(
        names = "--overlap",
        description = "two releases of one service, the younger behind the older one")
    private boolean overlap;
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  private Simulate() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Simulate()).execute(arguments));
  }

  @Override
  public Integer call() {
    if (seeds < 1) {
      throw new ParameterException(spec.commandLine(), "--seeds should be 1 or more: was " + seeds);
    }
    return way.crashEverywhere ? crashed() : simulated();
  }

  private int crashed() {
    Optional<String> violation =
        LongStream.range(from, from + seeds)
            .parallel()
            .mapToObj(Crashes::violation)
            .flatMap(Optional::stream)
            .findFirst();
    violation.ifPresentOrElse(
        System.out::println,
        () -> System.out.printf("%,d releases ended alike wherever they were killed%n", seeds));
    return violation.isPresent() ? 1 : 0;
  }

  private int simulated() {
    long begun = System.nanoTime();
    Simulations.Report report = report();
    double seconds = (System.nanoTime() - begun) / 1e9;
    report.ends().forEach((end, count) -> System.out.printf("%,12d  %s%n", count, end));
    System.out.printf(
        "%,12d  releases from seed %d in %.1f s: %,.0f a minute%n",
        report.releases(), from, seconds, 60 * report.releases() / seconds);
    report.violation().ifPresent(violation -> System.out.printf("%n%s", violation));
    return report.violation().isPresent() ? 1 : 0;
  }

  private Simulations.Report report() {
    if (way.workflows) {
      return EngineSimulations.run(from, seeds);
    }
    if (way.overlap) {
      return OverlapSimulations.run(from, seeds);
    }
    return way.judged ? JudgedSimulations.run(from, seeds) : Simulations.run(from, seeds);
  }
}
