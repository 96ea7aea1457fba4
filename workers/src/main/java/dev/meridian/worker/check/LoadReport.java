package dev.meridian.worker.check;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of a load check. Latencies count from the intended start of a request, so a stalled
 * server cannot hide behind requests that were not sent.
 *
 * @param planned requests of the schedule
 * @param answered those that got any answer
 * @param late those that left more than the tolerance after their intended start
 * @param errors by class: {@code status 503}, {@code no answer}, {@code in-flight cap}
 * @param over the length of the schedule
 */
record LoadReport(
    long planned,
    long answered,
    long late,
    SortedMap<String, Long> errors,
    Duration over,
    Latency latency) {
  /** Of answered requests. */
  record Latency(Duration mean, Duration p50, Duration p90, Duration p99) {}

  LoadReport {
    errors = Collections.unmodifiableSortedMap(new TreeMap<>(errors));
  }

  /** Answers per second of the schedule. */
  double achievedRate() {
    return answered / (over.toNanos() / 1e9);
  }

  long failed() {
    return errors.values().stream().mapToLong(Long::longValue).sum();
  }
}
