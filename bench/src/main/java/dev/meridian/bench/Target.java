package dev.meridian.bench;

/**
 * What a figure should be, beside what it is.
 *
 * @param name of the figure
 * @param target as it was set
 * @param figure as it was measured
 * @param standing whether it is reached
 */
public record Target(String name, String target, String figure, Standing standing) {
  /** Whether a target is reached. */
  public enum Standing {
    MET("met"),
    NOT_MET("not met"),
    /** Too few runs to say: the figure is below the target, its upper bound is not. */
    NOT_SHOWN("not shown with so few runs");

    private final String words;

    Standing(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }

    /** Of a plain comparison. */
    public static Standing of(boolean met) {
      return met ? MET : NOT_MET;
    }
  }
}
