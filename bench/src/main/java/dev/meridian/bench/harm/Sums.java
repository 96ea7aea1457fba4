package dev.meridian.bench.harm;

import dev.meridian.simulation.judge.Defect;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How one contestant did in all worlds.
 *
 * @param plan its name
 * @param harm mean over the worlds with a defect: requests that failed or were slow because of it
 * @param harmMedian half of these worlds had less
 * @param harmP95 one of twenty had more
 * @param hours median to completion, of healthy releases that completed
 * @param hoursOfAll median to completion, of all releases that completed
 * @param healthy releases with nothing wrong
 * @param falselyBack of them, stopped or taken back before they had completed
 * @param defects releases with a defect
 * @param unnoticed of them, completed without anybody noticing
 * @param neverNoticed of them, not even in the rest of the day
 */
public record Sums(
    String plan,
    double harm,
    double harmMedian,
    double harmP95,
    double hours,
    double hoursOfAll,
    long healthy,
    long falselyBack,
    long defects,
    long unnoticed,
    long neverNoticed) {
  static Sums of(Contestant contestant, List<Trial> trials) {
    List<Double> harms = harms(contestant, trials, _ -> true);
    List<Course> healthy = courses(contestant, trials, Trial::healthy);
    List<Course> harmed = courses(contestant, trials, trial -> !trial.healthy());
    return new Sums(
        contestant.words(),
        mean(harms),
        quantile(harms, 0.5),
        quantile(harms, 0.95),
        hours(healthy),
        hours(courses(contestant, trials, _ -> true)),
        healthy.size(),
        healthy.stream().filter(Course::noticed).count(),
        harmed.size(),
        harmed.stream().filter(course -> !course.noticed()).count(),
        harmed.stream().filter(course -> !course.takenBack()).count());
  }

  /** Mean harm in the worlds with such a defect. */
  static double harm(Contestant contestant, List<Trial> trials, Predicate<Defect> kind) {
    return mean(harms(contestant, trials, kind));
  }

  /** Share of healthy releases that were stopped or taken back. */
  double falseShare() {
    return healthy == 0 ? 0 : (double) falselyBack / healthy;
  }

  private static List<Double> harms(
      Contestant contestant, List<Trial> trials, Predicate<Defect> kind) {
    return courses(contestant, trials, trial -> trial.defect().filter(kind).isPresent()).stream()
        .map(Course::harm)
        .sorted()
        .toList();
  }

  private static List<Course> courses(
      Contestant contestant, List<Trial> trials, Predicate<Trial> which) {
    return trials.stream().filter(which).map(trial -> trial.of(contestant)).toList();
  }

  private static double hours(List<Course> courses) {
    List<Double> hours =
        courses.stream()
            .filter(Course::completed)
            .map(course -> course.completedAt() / 3_600.0)
            .sorted()
            .toList();
    return quantile(hours, 0.5);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static double quantile(List<Double> sorted, double share) {
    return sorted.isEmpty()
        ? 0
        : sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
  }

  /** {@code 3 of 500}. */
  static String of(long part, long whole) {
    return String.format(Locale.ROOT, "%,d of %,d", part, whole);
  }
}
