package dev.meridian.bench;

import dev.meridian.bench.harm.HarmPage;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Users harmed against hours to completion, beside plans without Meridian. */
@Command(
    name = "harm",
    description =
        "Whole releases in random worlds: users harmed, hours to completion, false stops.",
    mixinStandardHelpOptions = true)
final class HarmCommand implements Callable<Integer> {
  @Mixin private Printing printing = new Printing();

  @Option(
      names = "--worlds",
      paramLabel = "N",
      description = "how many worlds (default: ${DEFAULT-VALUE})",
      defaultValue = "1000")
  private long worlds = 1_000;

  @Override
  public Integer call() {
    long began = System.nanoTime();
    HarmPage page = HarmPage.of(worlds);
    double seconds = (System.nanoTime() - began) / 1e9;
    printing.print(
        new Report(
            "harm",
            String.format(
                Locale.ROOT,
                "%,d worlds of 8 to 12 regions with users; %.0f s on %d cores, Java %d",
                worlds,
                seconds,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature()),
            page.tables(),
            page.targets(),
            page.figures()));
    return 0;
  }
}
