package dev.meridian.gate.alarm;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Alertmanager says of one alert.
 *
 * @param firing or else resolved
 * @param fingerprint of its labels
 * @param startsAt when it began; with the fingerprint it names one time that it fired
 * @param labels among them {@code alertname}
 * @param summary its annotation of that name, cut to {@link #LONGEST_SUMMARY}; may be empty
 */
public record AlertNotice(
    boolean firing,
    String fingerprint,
    Instant startsAt,
    SortedMap<String, String> labels,
    String summary) {
  /** In characters. */
  public static final int LONGEST_SUMMARY = 500;

  public AlertNotice {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    summary = summary.substring(0, Math.min(summary.length(), LONGEST_SUMMARY));
  }
}
