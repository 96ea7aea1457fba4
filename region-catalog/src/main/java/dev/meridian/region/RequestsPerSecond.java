package dev.meridian.region;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A rate of requests, in requests per second: 0 or more, finite. */
public record RequestsPerSecond(@JsonValue double value) implements Comparable<RequestsPerSecond> {
  public static final RequestsPerSecond NONE = new RequestsPerSecond(0);

  /**
   * @throws IllegalArgumentException when negative, infinite or not a number
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RequestsPerSecond {
    if (!Double.isFinite(value) || value < 0) {
      throw new IllegalArgumentException("requests per second should be 0 or more: was " + value);
    }
  }

  @Override
  public int compareTo(RequestsPerSecond other) {
    return Double.compare(value, other.value);
  }
}
