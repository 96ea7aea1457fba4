package dev.meridian.bench.verdict;

import dev.meridian.bench.verdict.Rule.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * How one rule did on the streams of one cell, or of several.
 *
 * @param runs streams that it could judge
 * @param seconds from the onset until it stopped the release, ascending, without those that it did
 *     not stop
 * @param exposed requests served by the contender from the onset until it was stopped, or until the
 *     bake's end, summed over the runs
 */
public record Score(int runs, List<Integer> seconds, double exposed) {
  public static final Score NONE = new Score(0, List.of(), 0);

  public Score {
    seconds = seconds.stream().sorted().toList();
  }

  /** One rule on some streams. */
  static Score of(Rule rule, List<Stream> streams) {
    int runs = 0;
    double exposed = 0;
    List<Integer> seconds = new ArrayList<>();
    for (Stream stream : streams) {
      int onset = stream.cell().onset() * 60;
      switch (rule.judge(stream)) {
        case Outcome.Stopped(int second) when second > onset -> {
          runs++;
          seconds.add(second - onset);
          exposed += requests(stream, second / Stream.INTERVAL);
        }
        case Outcome.Stopped _, Outcome.NotStopped _ -> {
          runs++;
          exposed += requests(stream, stream.intervals());
        }
        case Outcome.CannotJudge _ -> {}
      }
    }
    return new Score(runs, seconds, exposed);
  }

  private static double requests(Stream stream, int until) {
    return stream.contender(stream.cell().onset() * 60 / Stream.INTERVAL, until).all();
  }

  /** The streams of both. */
  public Score plus(Score other) {
    List<Integer> both = new ArrayList<>(seconds);
    both.addAll(other.seconds);
    return new Score(runs + other.runs, both, exposed + other.exposed);
  }

  /** Share of the streams on which the release was stopped; NaN of none. */
  public double stopped() {
    return (double) seconds.size() / runs;
  }

  /**
   * Seconds until this share of all streams was stopped; infinite when fewer ever were.
   *
   * @param share above 0, at most 1
   */
  public double quantile(double share) {
    int rank = (int) Math.ceil(share * runs);
    return rank >= 1 && rank <= seconds.size() ? seconds.get(rank - 1) : Double.POSITIVE_INFINITY;
  }

  /** Mean requests exposed in one stream. */
  public double meanExposed() {
    return exposed / runs;
  }

  /** Upper bound of {@link #stopped()} with 95 % confidence (Clopper and Pearson). */
  public double stoppedAtMost() {
    double low = stopped();
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (atMostStopped(middle) > 0.05) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** P(at most as many stops as there were) at a chance of p each. */
  private double atMostStopped(double p) {
    double term = runs * Math.log1p(-p);
    double sum = Math.exp(term);
    for (int k = 1; k <= seconds.size(); k++) {
      term += Math.log((runs - k + 1.0) / k) + Math.log(p) - Math.log1p(-p);
      sum += Math.exp(term);
    }
    return sum;
  }
}
