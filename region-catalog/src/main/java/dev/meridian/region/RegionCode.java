package dev.meridian.region;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The only spelling of a region, for example {@code eu-central-1}. */
public record RegionCode(@JsonValue String value) implements Comparable<RegionCode> {
  /**
   * @throws IllegalArgumentException when {@code value} is no {@link Slug}
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RegionCode {
    Slug.require("region code", value);
  }

  @Override
  public int compareTo(RegionCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
