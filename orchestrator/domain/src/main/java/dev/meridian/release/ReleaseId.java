package dev.meridian.release;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identity of a release: a UUID of version 7, so that ids sort by time of birth. Those of one
 * service sort by the order in which they were taken, whoever's clock was ahead.
 */
public record ReleaseId(@JsonValue UUID value) implements Comparable<ReleaseId> {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ReleaseId {}

  /**
   * @throws IllegalArgumentException when {@code text} is no UUID
   */
  public static ReleaseId parse(String text) {
    return new ReleaseId(UUID.fromString(text));
  }

  /** The next one after this, and before any that is born later. */
  public ReleaseId next() {
    return new ReleaseId(
        new UUID(value.getMostSignificantBits(), value.getLeastSignificantBits() + 1));
  }

  /** As their texts sort, and PostgreSQL sorts them. */
  @Override
  public int compareTo(ReleaseId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
