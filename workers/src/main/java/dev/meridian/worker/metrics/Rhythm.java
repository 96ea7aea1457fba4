package dev.meridian.worker.metrics;

import dev.meridian.pace.Pace;
import java.time.Duration;
import java.time.Instant;

/**
 * How often things are done: by Meridian time, but never so often in wall time that a fast sandbox
 * does nothing else.
 */
final class Rhythm {
  private static final Duration POLL_WALL = Duration.ofMillis(50);
  private static final Duration WATCH_WALL = Duration.ofMillis(250);
  private static final Duration CHECKPOINT = Duration.ofMinutes(5);
  private static final Duration CHECKPOINT_WALL = Duration.ofMillis(250);

  private final Duration poll;
  private final Duration checkpoint;
  private Instant lastCheckpoint;

  private Rhythm(Duration poll, Duration checkpoint, Instant now) {
    this.poll = poll;
    this.checkpoint = checkpoint;
    this.lastCheckpoint = now;
  }

  /**
   * @param step of the grid
   * @param listens whether alarms are looked at between two steps
   */
  static Rhythm ofBake(Pace pace, Duration step, boolean listens, Instant now) {
    Rhythm rhythm = of(pace, step, POLL_WALL, now);
    boolean tooSlow = listens && rhythm.poll.compareTo(HeardAlerts.EVERY) > 0;
    return tooSlow ? new Rhythm(HeardAlerts.EVERY, rhythm.checkpoint, now) : rhythm;
  }

  /**
   * @param step of the finest grid among the regions
   */
  static Rhythm ofWatch(Pace pace, Duration step, Instant now) {
    return of(pace, step, WATCH_WALL, now);
  }

  private static Rhythm of(Pace pace, Duration step, Duration wall, Instant now) {
    return new Rhythm(
        longer(pace.toWall(step), wall), longer(CHECKPOINT, pace.toMeridian(CHECKPOINT_WALL)), now);
  }

  /** Wall time between two polls. */
  Duration pollPause() {
    return poll;
  }

  /** Whether a checkpoint is due; then the next one is due later. */
  boolean checkpointDue(Instant now) {
    if (lastCheckpoint.plus(checkpoint).isAfter(now)) {
      return false;
    }
    lastCheckpoint = now;
    return true;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
