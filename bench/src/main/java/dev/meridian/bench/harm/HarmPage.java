package dev.meridian.bench.harm;

import dev.meridian.bench.Table;
import dev.meridian.bench.Target;
import dev.meridian.bench.Target.Standing;
import dev.meridian.simulation.judge.Defect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is shown of users harmed.
 *
 * @param trials every contestant in every world
 */
public record HarmPage(List<Trial> trials) {
  private static final double TIMES_LESS = 5;
  private static final double MOST_FALSE = 0.01;

  /** One in a million is as good as none: what a mean of nothing is divided by. */
  private static final double LEAST = 1e-6;

  /**
   * Harm by kind of defect.
   *
   * @param defect its kind, and where or when it shows
   * @param worlds that had it
   * @param harm mean, by contestant
   */
  public record Kind(String defect, long worlds, List<Double> harm) {
    public Kind {
      harm = List.copyOf(harm);
    }
  }

  public HarmPage {
    trials = List.copyOf(trials);
  }

  /** Draws so many worlds and takes everybody through each. */
  public static HarmPage of(long worlds) {
    return new HarmPage(Trial.run(worlds));
  }

  /** The whole of it. */
  public List<Table> tables() {
    return List.of(plans(), kinds(), noise());
  }

  /** Every figure, for programs. */
  public List<Object> figures() {
    List<Object> figures = new ArrayList<>();
    for (Contestant contestant : Contestant.values()) {
      figures.add(Sums.of(contestant, trials));
    }
    figures.addAll(byKind());
    return figures;
  }

  private Table plans() {
    Sums ours = Sums.of(Contestant.MERIDIAN, trials);
    List<List<String>> rows = new ArrayList<>();
    for (Contestant contestant : Contestant.values()) {
      Sums sums = Sums.of(contestant, trials);
      rows.add(
          List.of(
              sums.plan(),
              count(sums.harm()),
              times(sums.harm() / Math.max(LEAST, ours.harm())),
              count(sums.harmMedian()),
              count(sums.harmP95()),
              hours(sums.hours()),
              hours(sums.hoursOfAll()),
              percent(sums.falseShare()),
              Sums.of(sums.unnoticed(), sums.defects()),
              String.format(Locale.ROOT, "%,d", sums.neverNoticed())));
    }
    return new Table(
        "Users harmed where the contender has a defect, hours to completion, and what was missed",
        List.of(
            "plan",
            "harmed (mean)",
            "Meridian: 1",
            "median",
            "p95",
            "hours, healthy",
            "hours, all",
            "healthy stopped",
            "completed unnoticed",
            "nor later"),
        rows);
  }

  private Table kinds() {
    List<List<String>> rows =
        byKind().stream()
            .map(kind ->
                Stream.concat(
                        Stream.of(kind.defect(), String.valueOf(kind.worlds())),
                        kind.harm().stream().map(HarmPage::count))
                    .toList())
            .toList();
    List<String> header = new ArrayList<>(List.of("defect", "worlds"));
    Arrays.stream(Contestant.values()).map(Contestant::words).forEach(header::add);
    return new Table("Users harmed (mean) by kind of defect", header, rows);
  }

  private List<Kind> byKind() {
    TreeSet<String> names = new TreeSet<>();
    trials.forEach(trial -> trial.defect().map(Defect::words).ifPresent(names::add));
    List<Kind> kinds = new ArrayList<>();
    for (String name : names) {
      long worlds =
          trials.stream()
              .filter(trial -> trial.defect().map(Defect::words).equals(Optional.of(name)))
              .count();
      kinds.add(
          new Kind(
              name,
              worlds,
              Arrays.stream(Contestant.values())
                  .map(each -> Sums.harm(each, trials, defect -> defect.words().equals(name)))
                  .toList()));
    }
    return kinds;
  }

  private Table noise() {
    TreeSet<Double> levels = new TreeSet<>();
    trials.forEach(trial -> levels.add(trial.ownNoise()));
    List<List<String>> rows = new ArrayList<>();
    for (double level : levels) {
      List<Trial> these = trials.stream().filter(it -> it.ownNoise() == level).toList();
      List<String> row = new ArrayList<>();
      row.add(String.format(Locale.ROOT, "%.2f", level));
      for (Contestant contestant : Contestant.values()) {
        Sums sums = Sums.of(contestant, these);
        row.add(Sums.of(sums.falselyBack(), sums.healthy()));
      }
      rows.add(row);
    }
    List<String> header = new ArrayList<>(List.of("own CV"));
    Arrays.stream(Contestant.values()).map(Contestant::words).forEach(header::add);
    return new Table("Healthy releases stopped, by the noise of each region's own", header, rows);
  }

  /** Beside what was asked for. */
  public List<Target> targets() {
    Sums ours = Sums.of(Contestant.MERIDIAN, trials);
    Sums hourly = Sums.of(Contestant.HOURLY, trials);
    Sums sameTime = Sums.of(Contestant.SAME_TIME, trials);
    return List.of(
        lessThan(hourly, ours),
        lessThan(sameTime, ours),
        new Target(
            "hours to completion, healthy, Meridian against one by one",
            "<=",
            hours(ours.hours()) + " against " + hours(hourly.hours()),
            Standing.of(ours.hours() <= hourly.hours())),
        new Target(
            "healthy releases stopped",
            "<= 1 %",
            percent(ours.falseShare()) + ", " + Sums.of(ours.falselyBack(), ours.healthy()),
            Standing.of(ours.falseShare() <= MOST_FALSE)));
  }

  private static Target lessThan(Sums others, Sums ours) {
    double times = others.harm() / Math.max(LEAST, ours.harm());
    return new Target(
        "times less harm than " + others.plan(),
        ">= 5",
        String.format(Locale.ROOT, "%.1f", times),
        Standing.of(times >= TIMES_LESS));
  }

  private static String count(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String times(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String hours(double value) {
    return String.format(Locale.ROOT, "%.1f h", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
