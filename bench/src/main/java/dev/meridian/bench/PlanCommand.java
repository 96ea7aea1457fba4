package dev.meridian.bench;

import dev.meridian.region.plan.PlanRequest;
import dev.meridian.region.plan.RandomWorld;
import dev.meridian.region.plan.WavePlanner;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long a plan takes. */
@Command(
    name = "plan",
    description = "How long the waves of a service in many regions take to plan.",
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
  private static final double TARGET_MILLIS = 50;
  private static final List<Integer> SIZES = List.of(31, 100, 300);
  private static final List<Integer> BANDS = List.of(1, 6, 25);

  @Option(
      names = "--worlds",
      paramLabel = "N",
      description = "different worlds for each row (default: ${DEFAULT-VALUE})",
      defaultValue = "200")
  private int worlds = 200;

  @Mixin private Printing printing = new Printing();

  /**
   * @param regions of the world
   * @param bands traffic bands that they are spread over
   * @param median of all plans, in milliseconds of a processor
   * @param p95 the same
   * @param worst the same
   */
  private record Figure(int regions, int bands, double median, double p95, double worst) {
    List<String> row() {
      return List.of(
          Integer.toString(regions),
          Integer.toString(bands),
          millis(median),
          millis(p95),
          millis(worst));
    }
  }

  @Override
  public Integer call() {
    measured(SIZES.getLast(), BANDS.getFirst());
    List<Figure> figures = new ArrayList<>();
    for (int size : SIZES) {
      for (int bands : BANDS) {
        figures.add(measured(size, bands));
      }
    }
    printing.print(report(figures));
    return 0;
  }

  private Figure measured(int size, int bands) {
    double[] millis = new double[worlds];
    for (int seed = 0; seed < worlds; seed++) {
      PlanRequest request = RandomWorld.request(seed, size, bands);
      long begun = PROCESSOR.getCurrentThreadCpuTime();
      int placed = WavePlanner.plan(request).regions().size();
      millis[seed] = (PROCESSOR.getCurrentThreadCpuTime() - begun) / 1e6;
      if (placed != size) {
        throw new IllegalStateException(placed + " of " + size + " regions, seed " + seed);
      }
    }
    Arrays.sort(millis);
    return new Figure(
        size, bands, millis[worlds / 2], millis[worlds * 95 / 100], millis[worlds - 1]);
  }

  private Report report(List<Figure> figures) {
    double slowest =
        figures.stream()
            .filter(each -> each.regions() == SIZES.getLast())
            .mapToDouble(Figure::p95)
            .max()
            .orElseThrow();
    return new Report(
        "plan",
        String.format(Locale.ROOT, "%d worlds a row, Java %d", worlds, Runtime.version().feature()),
        List.of(
            new Table(
                "Milliseconds of a processor for a plan",
                List.of("regions", "traffic bands", "median", "p95", "worst"),
                figures.stream().map(Figure::row).toList())),
        List.of(
            new Target(
                "300 regions, p95 of the slowest row",
                millis(TARGET_MILLIS) + " ms at most",
                millis(slowest) + " ms",
                Target.Standing.of(slowest <= TARGET_MILLIS))),
        figures);
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, "%.1f", millis);
  }
}
