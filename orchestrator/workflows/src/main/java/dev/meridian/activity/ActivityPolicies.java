package dev.meridian.activity;

import dev.meridian.failure.FailureCode;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;

/**
 * Time limits and retries, one policy per outside system, with why. A dead worker is noticed by the
 * heartbeat within three seconds and the first retry comes after 100 ms, so that a killed worker
 * costs less than six seconds. A step that is given up is not waited for: its next heartbeat finds
 * the workflow gone and ends it, and until then the fence keeps it from changing anything that a
 * newer intention has written. Failures that nobody can retry away are marked so where they are
 * made.
 */
public final class ActivityPolicies {
  private static final Duration HEARTBEAT = Duration.ofSeconds(3);
  private static final Duration FIRST_RETRY = Duration.ofMillis(100);

  private ActivityPolicies() {}

  /** The ledger is waited for without limit: without it nothing may be decided. */
  public static LocalActivityOptions ledger() {
    return LocalActivityOptions.newBuilder()
        .setStartToCloseTimeout(Duration.ofSeconds(10))
        .setRetryOptions(retries(0, Duration.ofSeconds(2)))
        .build();
  }

  /** Some two seconds of retries; a cluster that is away longer is the decision's business. */
  public static ActivityOptions cluster(String queue) {
    return longRunning(queue, Duration.ofDays(1), retries(5, Duration.ofSeconds(1)));
  }

  /** Waiting for a cluster is bounded by the release's policy, not here. */
  public static ActivityOptions waiting(String queue) {
    return longRunning(queue, Duration.ofDays(366), retries(0, Duration.ofSeconds(4)));
  }

  /** A registry or a check that does not answer is tried for some seconds, then a person looks. */
  public static ActivityOptions probing(String queue) {
    return longRunning(queue, Duration.ofDays(1), retries(6, Duration.ofSeconds(4)));
  }

  /** DNS throttles: more and longer retries than elsewhere, because users wait for it. */
  public static ActivityOptions traffic(String queue) {
    return longRunning(queue, Duration.ofDays(1), retries(10, Duration.ofSeconds(10)));
  }

  /** A page is sent or recorded as not sent; it holds nobody up. */
  public static ActivityOptions people(String queue) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(queue)
        .setStartToCloseTimeout(Duration.ofSeconds(30))
        .setRetryOptions(retries(0, Duration.ofSeconds(4)))
        .build();
  }

  private static ActivityOptions longRunning(String queue, Duration limit, RetryOptions retries) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(queue)
        .setStartToCloseTimeout(limit)
        .setHeartbeatTimeout(HEARTBEAT)
        .setCancellationType(ActivityCancellationType.ABANDON)
        .setRetryOptions(retries)
        .build();
  }

  private static RetryOptions retries(int attempts, Duration longest) {
    return RetryOptions.newBuilder()
        .setInitialInterval(FIRST_RETRY)
        .setBackoffCoefficient(2)
        .setMaximumInterval(longest)
        .setMaximumAttempts(attempts)
        .setDoNotRetry(FailureCode.SUPERSEDED.name())
        .build();
  }
}
