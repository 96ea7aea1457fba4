package dev.meridian.worker.traffic;

import dev.meridian.worker.Pulse;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A token bucket for the account's requests: {@code perSecond} a second with a burst of as many, of
 * which a fifth is kept for evacuations. Wall time.
 */
public final class RequestBudget {
  /** Who asks. */
  public enum Use {
    /** May take the last token. */
    EVACUATION,
    /** Leaves the reserve alone. */
    OTHER
  }

  private static final double RESERVED = 0.2;
  private static final Duration STEP = Duration.ofMillis(50);

  private final double perSecond;
  private final LongSupplier nanos;
  private double tokens;
  private long filledAt;

  /**
   * @param perSecond requests a second; Route 53 allows 5 per account
   * @param nanos a clock as {@link System#nanoTime}
   */
  public RequestBudget(double perSecond, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.nanos = nanos;
    this.tokens = perSecond;
    this.filledAt = nanos.getAsLong();
  }

  /** Takes one request out of the budget if there is one for this use. */
  public synchronized boolean tryTake(Use use) {
    long now = nanos.getAsLong();
    tokens = Math.min(perSecond, tokens + (now - filledAt) / 1e9 * perSecond);
    filledAt = now;
    double reserve =
        switch (use) {
          case EVACUATION -> 0;
          case OTHER -> RESERVED * perSecond;
        };
    if (tokens - 1 < reserve) {
      return false;
    }
    tokens -= 1;
    return true;
  }

  /** Waits for one; ends early, by throwing, when the activity should end. */
  void take(Use use, Pulse pulse) throws InterruptedException {
    while (!tryTake(use)) {
      pulse.sleep(STEP);
    }
  }
}
