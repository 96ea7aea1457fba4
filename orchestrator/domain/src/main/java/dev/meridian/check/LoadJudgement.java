package dev.meridian.check;

import dev.meridian.gate.sample.Measured;
import dev.meridian.region.Share;
import dev.meridian.service.CheckSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Judges a load check. */
public final class LoadJudgement {
  /** Of the wanted rate, which must be answered: the rest is rounding of a short schedule. */
  private static final double RATE_FLOOR = 0.95;

  /** Share of requests that our own generator may send late before the figures mean nothing. */
  private static final double LATE_SHARE = 0.01;

  private LoadJudgement() {}

  /** Why the figures are about the generator and not about the service; empty when they are not. */
  public static Optional<String> unsent(LoadReport report) {
    if (report.late() > report.planned() * LATE_SHARE) {
      return Optional.of(
          "the generator was late for "
              + report.late()
              + " of "
              + report.planned()
              + " requests: this worker is too busy to measure");
    }
    if (report.heldBack() > 0) {
      return Optional.of(
          report.heldBack()
              + " of "
              + report.planned()
              + " requests were held back because too many waited for their answers ("
              + LoadFigures.of(report)
              + "): lower the rate, or find out what the service waits for");
    }
    return report.answered() == 0
        ? Optional.of("none of " + report.planned() + " requests was answered")
        : Optional.empty();
  }

  /** The verdict on one run. */
  public static LoadVerdict judge(
      CheckSpec.Load load, LoadMeasurement measured, Incumbent incumbent) {
    LoadReport report = measured.report();
    Optional<String> unsent = unsent(report);
    if (unsent.isPresent()) {
      return new LoadVerdict.Inconclusive(unsent.orElseThrow());
    }
    List<String> broken = new ArrayList<>(broken(load, report));
    List<String> unknown = new ArrayList<>();
    StringBuilder figures = new StringBuilder(LoadFigures.of(report));
    for (CheckSpec.Load.Resource resource : load.resources()) {
      switch (measured.of(resource)) {
        case Measured.Seen<Double>(Double value) -> {
          Bound bound = Bound.of(resource, incumbent.base(load, resource));
          figures.append("; ").append(resource.name()).append(' ');
          figures.append(LoadFigures.number(value)).append(bound.beside());
          bound.over(resource.name(), value).ifPresent(broken::add);
        }
        case Measured.NoData<Double>(String why) -> unknown.add(resource.name() + ": " + why);
        case Measured.QueryError<Double>(String said) -> unknown.add(resource.name() + ": " + said);
      }
    }
    return verdict(broken, unknown, figures.toString());
  }

  private static LoadVerdict verdict(List<String> broken, List<String> unknown, String figures) {
    if (!broken.isEmpty()) {
      return new LoadVerdict.FoundFault(String.join("; ", broken) + " (" + figures + ")");
    }
    return unknown.isEmpty()
        ? new LoadVerdict.Passed(figures + "; within every limit")
        : new LoadVerdict.Inconclusive(
            "could not be measured: " + String.join("; ", unknown) + " (" + figures + ")");
  }

  private static List<String> broken(CheckSpec.Load load, LoadReport report) {
    List<String> broken = new ArrayList<>();
    if (report.achievedRate() < load.rate() * RATE_FLOOR) {
      broken.add(
          String.format(
              Locale.ROOT, "%.1f requests/s answered of %.1f", report.achievedRate(), load.rate()));
    }
    CheckSpec.Load.Limits limits = load.limits();
    LoadReport.Latency latency = report.latency();
    over("mean", latency.mean(), limits.mean()).ifPresent(broken::add);
    over("p50", latency.p50(), limits.p50()).ifPresent(broken::add);
    over("p90", latency.p90(), limits.p90()).ifPresent(broken::add);
    over("p99", latency.p99(), limits.p99()).ifPresent(broken::add);
    limits.errors().flatMap(limit -> over(report, limit)).ifPresent(broken::add);
    return broken;
  }

  private static Optional<String> over(String name, Duration measured, Optional<Duration> limit) {
    return limit
        .filter(most -> measured.compareTo(most) > 0)
        .map(most ->
            name
                + " "
                + LoadFigures.millis(measured)
                + " over its limit of "
                + LoadFigures.millis(most));
  }

  private static Optional<String> over(LoadReport report, Share limit) {
    double share = (double) report.failed() / report.planned();
    return share > limit.fraction()
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "errors %.3f %% over their limit of %.3f %%",
                share * 100,
                limit.fraction() * 100))
        : Optional.empty();
  }

  /**
   * What a resource may use at most.
   *
   * @param beside what people read beside the figure
   */
  private record Bound(double most, String beside) {
    /** The absolute bound, or so many times what the incumbent used, whichever is less. */
    static Bound of(CheckSpec.Load.Resource resource, Incumbent.Base base) {
      return switch (base) {
        case Incumbent.Base.Known(double used) -> {
          double most =
              resource
                  .maxOverIncumbent()
                  .map(factor -> Math.min(resource.max(), factor * used))
                  .orElse(resource.max());
          yield new Bound(
              most,
              " (the incumbent's "
                  + LoadFigures.number(used)
                  + ", at most "
                  + LoadFigures.number(most)
                  + ")");
        }
        case Incumbent.Base.None(String why) ->
            new Bound(
                resource.max(),
                " (at most "
                    + LoadFigures.number(resource.max())
                    + "; not compared with the incumbent: "
                    + why
                    + ")");
      };
    }

    Optional<String> over(String name, double value) {
      return value > most
          ? Optional.of(
              name
                  + " "
                  + LoadFigures.number(value)
                  + " over its limit of "
                  + LoadFigures.number(most))
          : Optional.empty();
    }
  }
}
