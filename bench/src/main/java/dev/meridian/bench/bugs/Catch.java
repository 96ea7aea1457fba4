package dev.meridian.bench.bugs;

/**
 * What a hunt came home with.
 *
 * @param outcome whether anything was found
 * @param by the check; empty when nothing was found
 * @param told what it said
 * @param seeds worlds of all checks until then
 * @param seconds of the wall, the start of the process among them
 */
public record Catch(Outcome outcome, String by, String told, long seeds, double seconds) {
  /** How a hunt ends. */
  public enum Outcome {
    FOUND,
    /** A world took longer than the whole hunt may: whoever waits for it sees that. */
    HUNG,
    NOTHING
  }

  public boolean caught() {
    return outcome != Outcome.NOTHING;
  }
}
