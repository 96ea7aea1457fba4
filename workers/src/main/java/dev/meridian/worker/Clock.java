package dev.meridian.worker;

import dev.meridian.pace.Pace;
import java.time.Duration;
import java.time.Instant;

/** The worker's now: Meridian time by the pace, from the wall clock. */
public record Clock(Pace pace) {
  /** Meridian time, microseconds. */
  public Instant now() {
    return pace.at(Instant.now());
  }

  /**
   * Waits until {@code meridian} time has passed.
   *
   * @throws InterruptedException when the activity is asked to end
   */
  public void sleep(Duration meridian) throws InterruptedException {
    Thread.sleep(pace.toWall(meridian));
  }
}
