package dev.meridian.region;

import java.util.Objects;

/**
 * A property that can cause an incident by itself, as a named value: {@code script=hangul}, {@code
 * mobile-share=high}. A number is put into a named band before it becomes a trait.
 *
 * @param name a slug
 * @param value a slug
 */
public record Trait(String name, String value) implements Comparable<Trait> {
  /** The trait that always counts and is never typed in: peak requests/s in steps of two. */
  public static final String TRAFFIC_BAND = "traffic-band";

  public Trait {
    Slug.require("trait name", name);
    Slug.require("trait value", value);
    Objects.requireNonNull(value);
  }

  @Override
  public int compareTo(Trait other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return name + "=" + value;
  }
}
