package dev.meridian.simulation;

/** Something happened that must not: a property of the safety document, with what was seen. */
public final class BrokenLaw extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String property;

  /**
   * @param property as the safety document numbers it
   * @param seen what happened, for people
   */
  public BrokenLaw(String property, String seen) {
    super(property + ": " + seen);
    this.property = property;
  }

  /** For example {@code P2}. */
  public String property() {
    return property;
  }
}
