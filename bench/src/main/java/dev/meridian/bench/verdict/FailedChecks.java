package dev.meridian.bench.verdict;

import dev.meridian.gate.sample.Counts;

/**
 * Counts failed checks of a query over the last interval: a check fails above the limit, or when
 * there is no value. The count never goes down.
 *
 * <p>Flagger rolls back at {@code failedChecks >= threshold}: threshold 5 is the fifth. (It looks
 * at the count on its next tick; this bench spares it that interval.) Argo Rollouts fails at {@code
 * failed > failureLimit}: limit 3 is the fourth.
 *
 * @param seconds between checks, and length of the query's window
 * @param failsOn the failed check that stops the release, from 1
 */
public record FailedChecks(int seconds, int failsOn) implements Rule {
  /** Bad share that passes at most: between the base of 0.1 % and a tenfold rise. */
  public static final double LIMIT = 0.005;

  public FailedChecks {
    if (seconds < Stream.INTERVAL || seconds % Stream.INTERVAL != 0 || failsOn < 1) {
      throw new IllegalArgumentException(
          "should check every few intervals and fail on the first or later: every "
              + seconds
              + " s, on "
              + failsOn);
    }
  }

  /** The rule with a threshold of failed checks. */
  public static FailedChecks threshold(int seconds, int threshold) {
    return new FailedChecks(seconds, threshold);
  }

  /** The rule with a limit that may be reached and not passed. */
  public static FailedChecks failureLimit(int seconds, int limit) {
    return new FailedChecks(seconds, limit + 1);
  }

  @Override
  public Outcome judge(Stream stream) {
    int window = seconds / Stream.INTERVAL;
    int failed = 0;
    for (int until = window; until <= stream.intervals(); until += window) {
      Counts seen = stream.contender(until - window, until);
      failed += seen.all() == 0 || seen.rate() > LIMIT ? 1 : 0;
      if (failed >= failsOn) {
        return new Outcome.Stopped(until * Stream.INTERVAL);
      }
    }
    return new Outcome.NotStopped();
  }
}
