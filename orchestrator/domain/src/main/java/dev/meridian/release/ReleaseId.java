package dev.meridian.release;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identity of a release: a UUID of version 7, so that ids sort by time of birth. */
public record ReleaseId(@JsonValue UUID value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ReleaseId {}

  /**
   * @throws IllegalArgumentException when {@code text} is no UUID
   */
  public static ReleaseId parse(String text) {
    return new ReleaseId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
