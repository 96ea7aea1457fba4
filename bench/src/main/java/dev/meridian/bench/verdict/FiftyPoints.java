package dev.meridian.bench.verdict;

import dev.meridian.gate.sample.Counts;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Automated canary analysis as Kayenta's judge does it: fifty points of a minute on each side, a
 * Mann-Whitney test with a confidence interval of 98 %, and a dead band of a quarter of the
 * Hodges-Lehmann estimate. Judged once, at fifty minutes, also where the bake is shorter: earlier
 * it says nothing. Its default effect size (1.0) asks for nothing more.
 *
 * <p>The interval is the classical one: the differences of all pairs, sorted; its ends are those of
 * rank mn/2 -+ z sqrt(mn(m + n + 1)/12).
 */
public record FiftyPoints() implements Rule {
  private static final int POINTS = 50;
  private static final int IN_A_MINUTE = 60 / Stream.INTERVAL;
  private static final double Z = 2.3263;
  private static final double DEAD_BAND = 0.25;

  @Override
  public Outcome judge(Stream stream) {
    if (stream.control().isEmpty()) {
      return new Outcome.CannotJudge();
    }
    double[] contender = points(i -> stream.contender(i * IN_A_MINUTE, (i + 1) * IN_A_MINUTE));
    double[] control = points(i -> stream.control(i * IN_A_MINUTE, (i + 1) * IN_A_MINUTE));
    return high(contender, control) ? new Outcome.Stopped(POINTS * 60) : new Outcome.NotStopped();
  }

  /** Missing points are removed, as by default. */
  private static double[] points(IntFunction<Counts> minute) {
    return IntStream.range(0, POINTS)
        .mapToObj(minute)
        .filter(counts -> counts.all() > 0)
        .mapToDouble(Counts::rate)
        .toArray();
  }

  /** Whether the contender's points lie higher than the control's. */
  static boolean high(double[] contender, double[] control) {
    int pairs = contender.length * control.length;
    if (pairs == 0 || Arrays.equals(contender, control)) {
      return false;
    }
    double[] differences =
        Arrays.stream(contender)
            .flatMap(mine -> Arrays.stream(control).map(theirs -> mine - theirs))
            .sorted()
            .toArray();
    double spread = Math.sqrt(pairs * (contender.length + control.length + 1.0) / 12);
    int rank = (int) Math.floor(pairs / 2.0 - Z * spread);
    double estimate = (differences[(pairs - 1) / 2] + differences[pairs / 2]) / 2;
    return rank >= 1 && differences[rank - 1] > DEAD_BAND * Math.abs(estimate);
  }
}
