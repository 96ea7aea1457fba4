package dev.meridian.release;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identity of a release: a UUID of version 7, so that ids sort by time of birth. Those of one
 * service sort by the order in which they were taken, whoever's clock was ahead.
 */
public record ReleaseId(@JsonValue UUID value) implements Comparable<ReleaseId> {
  /** Of the 64 higher bits the first 48 are milliseconds. */
  private static final long ONE_MILLISECOND = 1 << 16;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ReleaseId {}

  /**
   * @throws IllegalArgumentException when {@code text} is no UUID
   */
  public static ReleaseId parse(String text) {
    return new ReleaseId(UUID.fromString(text));
  }

  /** As it is if it sorts after {@code newest}, else as if born a millisecond after that one. */
  public ReleaseId after(ReleaseId newest) {
    return newest.compareTo(this) < 0
        ? this
        : new ReleaseId(
            new UUID(
                newest.value.getMostSignificantBits() + ONE_MILLISECOND,
                value.getLeastSignificantBits()));
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
