package dev.meridian.gate.sample;

/** What came of looking once. Only {@link Seen} carries anything that could be good. */
public sealed interface Measured<T> {
  record Seen<T>(T value) implements Measured<T> {}

  /** The metrics system answered, and had nothing usable: no series, several, stale, or NaN. */
  record NoData<T>(String why) implements Measured<T> {}

  /** The metrics system did not answer, or refused. */
  record QueryError<T>(String sentence) implements Measured<T> {}
}
