package dev.meridian.api;

import dev.meridian.pace.Pace;
import java.time.Instant;

/**
 * The api's now: Meridian time by the pace, from the wall clock.
 *
 * @param pace the one clock
 */
public record Now(Pace pace) {
  /** Meridian time, microseconds. */
  public Instant instant() {
    return pace.at(Instant.now());
  }
}
