package dev.meridian.region;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/**
 * How like production the data of a staging presence is. What staging proves is worth no more than
 * this.
 *
 * @param size of production's data
 * @param age how old the copy is: 0 or more
 * @param masked whether personal data was replaced
 * @param realDependencies names of those that are real and not stand-ins, sorted
 */
public record StagingData(Share size, Duration age, boolean masked, List<String> realDependencies) {
  /** Less is a warning. */
  public static final Share LEAST_SIZE = Share.ofFraction(0.5);

  /** Older is a warning. */
  public static final Duration OLDEST = Duration.ofDays(30);

  /**
   * @throws IllegalArgumentException when the age is negative
   */
  public StagingData {
    realDependencies = List.copyOf(new TreeSet<>(realDependencies));
    if (age.isNegative()) {
      throw new IllegalArgumentException("age should be 0 or more: was " + age);
    }
  }

  /** Whether there is less of it than {@link #LEAST_SIZE}. */
  public boolean small() {
    return size.compareTo(LEAST_SIZE) < 0;
  }

  /** Whether it is older than {@link #OLDEST}. */
  public boolean old() {
    return age.compareTo(OLDEST) > 0;
  }
}
