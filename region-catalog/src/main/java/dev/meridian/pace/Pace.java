package dev.meridian.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Maps wall time to Meridian time: at {@code wallAnchor} it is {@code anchor}, and from there
 * {@code factor} seconds pass in each wall second.
 *
 * @param wallAnchor an instant of the wall clock
 * @param anchor Meridian time at that instant
 * @param factor 1 or more; 1 in production
 */
public record Pace(Instant wallAnchor, Instant anchor, int factor) {
  /** Production: Meridian time is wall time. */
  public static final Pace REAL = new Pace(Instant.EPOCH, Instant.EPOCH, 1);

  /**
   * @throws IllegalArgumentException when the factor is less than 1
   */
  public Pace {
    if (factor < 1) {
      throw new IllegalArgumentException("pace factor should be 1 or more: was " + factor);
    }
  }

  /** Meridian time at {@code wall}, truncated to microseconds as everything that is recorded. */
  public Instant at(Instant wall) {
    return anchor
        .plus(Duration.between(wallAnchor, wall).multipliedBy(factor))
        .truncatedTo(ChronoUnit.MICROS);
  }

  /** The wall time at which it will be {@code meridian}. */
  public Instant wallOf(Instant meridian) {
    return wallAnchor.plus(Duration.between(anchor, meridian).dividedBy(factor));
  }

  /** How long to wait on the wall clock for {@code meridian} time to pass. */
  public Duration toWall(Duration meridian) {
    return meridian.dividedBy(factor);
  }

  /** How much Meridian time passes in {@code wall} time. */
  public Duration toMeridian(Duration wall) {
    return wall.multipliedBy(factor);
  }
}
