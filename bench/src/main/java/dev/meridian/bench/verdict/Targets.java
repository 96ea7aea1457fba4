package dev.meridian.bench.verdict;

import dev.meridian.bench.Target;
import dev.meridian.bench.Target.Standing;
import dev.meridian.bench.verdict.Cell.Noise;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The page's figures beside what they should be. */
record Targets(VerdictsPage page) {
  private static final int GATES = 30;
  private static final double STOPPED = 0.01;
  private static final double MISSED = 0.005;
  private static final double EXPOSED = 0.25;

  List<Target> all() {
    List<Target> all = new ArrayList<>();
    all.add(healthy("healthy releases stopped, 30 min", Grid.SHORT));
    all.add(healthy("healthy releases stopped, 12 h", Grid.LONG));
    for (double common : Grid.NOISES) {
      all.add(median(Contestant.MERIDIAN_WIDE, common, 45));
      all.add(median(Contestant.MERIDIAN, common, 75));
    }
    for (double control : Grid.CONTROLS) {
      all.add(missed(control));
    }
    all.add(exposure(Contestant.MERIDIAN_WIDE));
    all.add(exposure(Contestant.MERIDIAN));
    return all;
  }

  /** A release has thirty gates; one that stops, stops it. */
  private Target healthy(String name, int minutes) {
    Predicate<Cell> healthy = cell -> cell.healthy() && cell.minutes() == minutes;
    Score all = page.pooled(Contestant.MERIDIAN, healthy);
    Noise worst =
        Grid.noises().stream()
            .max(Comparator.comparingDouble(noise -> of(healthy, noise).stopped()))
            .orElse(Grid.USUAL);
    double atMost = release(all.stoppedAtMost());
    double there = release(of(healthy, worst).stopped());
    String figure =
        String.format(
            Locale.ROOT,
            "%s (at most %s, 95 %%; %d of %,d gates); worst noise %s: %s",
            VerdictsPage.percent(release(all.stopped())),
            VerdictsPage.percent(atMost),
            all.seconds().size(),
            all.runs(),
            worst,
            VerdictsPage.percent(there));
    Standing below = atMost <= STOPPED ? Standing.MET : Standing.NOT_SHOWN;
    return new Target(
        name, "<= 1 %", figure, release(all.stopped()) > STOPPED ? Standing.NOT_MET : below);
  }

  private Score of(Predicate<Cell> healthy, Noise noise) {
    return page.pooled(Contestant.MERIDIAN, healthy.and(cell -> cell.noise().equals(noise)));
  }

  private static double release(double gate) {
    return 1 - Math.pow(1 - gate, GATES);
  }

  private Target median(Contestant contestant, double common, int most) {
    double median = page.of(Grid.weather(common)).score(contestant).quantile(0.5);
    return new Target(
        "0.1 -> 1 % at 1,000/min, control 10x, common CV "
            + common
            + ": median, "
            + contestant.name(),
        "<= " + most + " s",
        VerdictsPage.count(median) + " s",
        Standing.of(median <= most));
  }

  private Target missed(double control) {
    Score score =
        page.pooled(
            Contestant.MERIDIAN,
            cell ->
                cell.rise() == 10
                    && cell.onset() == 0
                    && cell.minutes() == Grid.SHORT
                    && cell.load() >= 200
                    && cell.ratio() == 1
                    && cell.control() == control
                    && cell.noise().own() <= 0.5);
    double missed = 1 - score.stopped();
    return new Target(
        "tenfold rises missed in 30 min, >= 200/min, own CV <= 0.5, "
            + VerdictsPage.control(control),
        "<= 0.5 %",
        VerdictsPage.percent(missed) + " of " + VerdictsPage.count(score.runs()),
        Standing.of(missed <= MISSED));
  }

  /** Over all loads and rises with a control ten times as large. */
  private Target exposure(Contestant contestant) {
    List<Double> ratios =
        Grid.found().stream()
            .map(page::of)
            .map(trial ->
                trial.score(contestant).meanExposed()
                    / trial.score(Contestant.THRESHOLD_OF_FIVE).meanExposed())
            .sorted()
            .toList();
    long below = ratios.stream().filter(ratio -> ratio <= EXPOSED).count();
    return new Target(
        "requests exposed over those of 1 m x 5, " + contestant.name(),
        "<= 0.25",
        String.format(
            Locale.ROOT,
            "median %.2f, worst %.2f; %d of %d cells",
            ratios.get(ratios.size() / 2),
            ratios.getLast(),
            below,
            ratios.size()),
        Standing.of(below == ratios.size()));
  }
}
