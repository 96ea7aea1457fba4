package dev.meridian.region;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name of a service, for example {@code checkout}. */
public record ServiceName(@JsonValue String value) implements Comparable<ServiceName> {
  /**
   * @throws IllegalArgumentException when {@code value} is no {@link Slug}
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ServiceName {
    Slug.require("service name", value);
  }

  @Override
  public int compareTo(ServiceName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
