package dev.meridian.check;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the generator of a load saw. Latencies count from the intended start of a request, so a
 * stalled server cannot hide behind requests that were not sent.
 *
 * @param planned requests of the schedule, 1 or more
 * @param answered those that got any answer
 * @param late those that left more than the tolerance after their intended start
 * @param errors by class: {@code status 503}, {@code no answer}, {@link #IN_FLIGHT_CAP}
 * @param over the length of the schedule
 */
public record LoadReport(
    long planned,
    long answered,
    long late,
    SortedMap<String, Long> errors,
    Duration over,
    Latency latency) {
  /** Class of the requests that were not sent because too many waited for their answers. */
  public static final String IN_FLIGHT_CAP = "in-flight cap";

  /** Of answered requests. */
  public record Latency(Duration mean, Duration p50, Duration p90, Duration p99) {}

  public LoadReport {
    errors = Collections.unmodifiableSortedMap(new TreeMap<>(errors));
  }

  /** Answers per second of the schedule. */
  public double achievedRate() {
    return answered / (over.toNanos() / 1e9);
  }

  /** Requests that ended in an error of any class. */
  public long failed() {
    return errors.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Requests that were held back. */
  public long heldBack() {
    return errors.getOrDefault(IN_FLIGHT_CAP, 0L);
  }
}
