package dev.meridian.bench.verdict;

import dev.meridian.gate.statistics.AlphaShare;
import dev.meridian.gate.statistics.Calibration;
import dev.meridian.gate.statistics.Pair;
import dev.meridian.gate.statistics.PairedTest;

/**
 * The paired test as if all regions were alike and had no weather of their own: kappa and phi are
 * 1, whatever the truth.
 *
 * @param share the same limit as the calibrated test has
 */
public record PairedAlone(AlphaShare share) implements Rule {
  private static final Calibration.Known ALIKE = new Calibration.Known(1, 1, 1, 288, 0);
  private static final int STARTS_EVERY = 300 / Stream.INTERVAL;

  @Override
  public Outcome judge(Stream stream) {
    if (stream.control().isEmpty()) {
      return new Outcome.CannotJudge();
    }
    double limit = Math.log(share.pairedLimit());
    PairedTest test = PairedTest.begin();
    for (int i = 0; i < stream.intervals(); i++) {
      test = i > 0 && i % STARTS_EVERY == 0 ? test.lateStart() : test;
      test = test.after(new Pair(stream.contender().get(i), stream.control(i, i + 1)), ALIKE);
      if (test.logValue() >= limit) {
        return new Outcome.Stopped((i + 1) * Stream.INTERVAL);
      }
    }
    return new Outcome.NotStopped();
  }
}
