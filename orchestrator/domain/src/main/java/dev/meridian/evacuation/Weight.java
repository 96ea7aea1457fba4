package dev.meridian.evacuation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The weight of a DNS record set: 0 to 255, 0 answers nobody. */
public record Weight(@JsonValue int value) implements Comparable<Weight> {
  public static final Weight NONE = new Weight(0);
  public static final Weight MOST = new Weight(255);

  /**
   * @throws IllegalArgumentException outside 0 to 255
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Weight {
    if (value < 0 || value > 255) {
      throw new IllegalArgumentException("weight should be 0 to 255: was " + value);
    }
  }

  /** Whether anybody is answered. */
  public boolean serves() {
    return value > 0;
  }

  @Override
  public int compareTo(Weight other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
