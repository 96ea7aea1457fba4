package dev.meridian.gate.sample;

/** The four kinds of sample. No data is never good, and never the same as an error. */
public enum SampleKind {
  GOOD,
  BAD,
  NO_DATA,
  QUERY_ERROR
}
