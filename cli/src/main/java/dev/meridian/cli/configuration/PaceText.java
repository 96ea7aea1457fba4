package dev.meridian.cli.configuration;

import dev.meridian.pace.Pace;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * A pace as text, {@code factor,wall,meridian}: processes that share a sandbox's world must be told
 * the same.
 */
public final class PaceText {
  private static final String SHOULD =
      "should be factor,wall instant,Meridian instant, as in"
          + " 600,2026-03-02T08:00:00Z,2026-03-02T06:00:00Z: was ";

  private PaceText() {}

  /**
   * @throws IllegalArgumentException saying what it should be
   */
  public static Pace parse(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException(SHOULD + text);
    }
    try {
      return new Pace(
          Instant.parse(parts[1].strip()),
          Instant.parse(parts[2].strip()),
          Integer.parseInt(parts[0].strip()));
    } catch (DateTimeParseException | NumberFormatException e) {
      throw new IllegalArgumentException(SHOULD + text, e);
    }
  }

  /** What {@link #parse} reads. */
  public static String of(Pace pace) {
    return pace.factor() + "," + pace.wallAnchor() + "," + pace.anchor();
  }
}
