package dev.meridian.bench.verdict;

import dev.meridian.gate.sample.Counts;

/**
 * Wald's sequential probability ratio test of 0.1 % against 0.5 % with a power of 90 %, the base
 * taken as known and nothing compared: it stops at ln((1 - beta) / alpha) and is content for good
 * at ln(beta / (1 - alpha)).
 *
 * @param alpha of the gate
 */
public record PlainSequential(double alpha) implements Rule {
  private static final double BAD = 0.005;
  private static final double BETA = 0.1;
  private static final double EACH_BAD = Math.log(BAD / Cell.BASE);
  private static final double EACH_GOOD = Math.log((1 - BAD) / (1 - Cell.BASE));

  @Override
  public Outcome judge(Stream stream) {
    double stop = Math.log((1 - BETA) / alpha);
    double content = Math.log(BETA / (1 - alpha));
    double ratio = 0;
    for (int i = 0; i < stream.intervals(); i++) {
      Counts seen = stream.contender().get(i);
      ratio += seen.bad() * EACH_BAD + (seen.all() - seen.bad()) * EACH_GOOD;
      if (ratio >= stop) {
        return new Outcome.Stopped((i + 1) * Stream.INTERVAL);
      }
      if (ratio <= content) {
        return new Outcome.NotStopped();
      }
    }
    return new Outcome.NotStopped();
  }
}
