package dev.meridian.sandbox.world;

import dev.meridian.pace.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves only when told: for tests and for worlds that are computed, not lived. */
public final class ManualClock implements WorldClock {
  private final AtomicReference<Instant> now;

  public ManualClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  public void advance(Duration by) {
    now.updateAndGet(instant -> instant.plus(by));
  }

  @Override
  public Instant now() {
    return now.get();
  }

  @Override
  public Pace pace() {
    return Pace.REAL;
  }
}
