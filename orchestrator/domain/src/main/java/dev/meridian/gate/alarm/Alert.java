package dev.meridian.gate.alarm;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One time that an alert fired. Whether it fires at an instant goes by when we were told, so that
 * asking about the past gives the answer of that time.
 *
 * @param fingerprint of its labels, given by Alertmanager
 * @param startsAt when it began, by the clock of whoever found it
 * @param labels among them {@code alertname}
 * @param summary for people; may be empty
 * @param heardAt when we were first told that it fires
 * @param endedAt when we were told that it does not any more
 */
public record Alert(
    String fingerprint,
    Instant startsAt,
    SortedMap<String, String> labels,
    String summary,
    Instant heardAt,
    Optional<Instant> endedAt) {
  /** The label that every alert has. */
  public static final String NAME = "alertname";

  public Alert {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  public String name() {
    return labels.getOrDefault(NAME, "");
  }

  /** Whether, by what we had been told at an instant, it fired then. */
  public boolean firing(Instant at) {
    return !heardAt.isAfter(at) && endedAt.filter(end -> !end.isAfter(at)).isEmpty();
  }

  /** Whether it carries all of these labels with these values. */
  public boolean carries(Map<String, String> some) {
    return some.entrySet().stream()
        .allMatch(label -> label.getValue().equals(labels.getOrDefault(label.getKey(), "")));
  }
}
