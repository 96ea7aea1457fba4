package dev.meridian.gate.sample;

/** How many samples of each kind a gate has had. */
public record SampleCounters(long good, long bad, long noData, long queryErrors) {
  public static final SampleCounters NONE = new SampleCounters(0, 0, 0, 0);

  public SampleCounters with(SampleKind kind) {
    return switch (kind) {
      case GOOD -> new SampleCounters(good + 1, bad, noData, queryErrors);
      case BAD -> new SampleCounters(good, bad + 1, noData, queryErrors);
      case NO_DATA -> new SampleCounters(good, bad, noData + 1, queryErrors);
      case QUERY_ERROR -> new SampleCounters(good, bad, noData, queryErrors + 1);
    };
  }
}
