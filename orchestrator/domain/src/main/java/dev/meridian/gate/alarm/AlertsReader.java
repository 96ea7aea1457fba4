package dev.meridian.gate.alarm;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Field;
import dev.meridian.document.Reading;
import dev.meridian.document.Value;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Alertmanager posts to a webhook (version 4). Every problem is told at once. Fields
 * that are not needed are left alone: the format is Alertmanager's, and grows.
 *
 * @see <a href="https://prometheus.io/docs/alerting/latest/configuration/#webhook_config">
 *     webhook_config</a>
 */
public final class AlertsReader {
  private static final int MOST_LABELS = 64;
  private static final int LONGEST_LABEL = 1_000;
  private static final int LONGEST_FINGERPRINT = 64;

  private AlertsReader() {}

  private enum Status {
    FIRING,
    RESOLVED
  }

  /**
   * Reads a whole body.
   *
   * @param tree maps, lists, text, numbers, booleans and null
   */
  public static Reading<List<AlertNotice>> read(@Nullable Object tree) {
    DocumentReader reader = DocumentReader.of(tree);
    reader.leaveRestAlone();
    reader
        .optional("version")
        .text()
        .check(
            "4"::equals,
            "should be 4",
            "Send the format of Alertmanager's webhook, version 4; or leave the field out.");
    Value<List<AlertNotice>> alerts = reader.required("alerts").list(AlertsReader::notice);
    return reader.reading(reader.build(alerts::get));
  }

  private static Value<AlertNotice> notice(DocumentReader alert) {
    alert.leaveRestAlone();
    Value<Status> status = alert.required("status").oneOf(Status.class);
    Value<String> fingerprint =
        alert
            .required("fingerprint")
            .text()
            .check(
                text -> text.length() <= LONGEST_FINGERPRINT,
                "should have at most " + LONGEST_FINGERPRINT + " characters",
                "Send the fingerprint as Alertmanager gives it.");
    Value<Instant> startsAt = instant(alert.required("startsAt"));
    Value<SortedMap<String, String>> labels =
        alert
            .required("labels")
            .map()
            .check(
                map -> !map.getOrDefault(Alert.NAME, "").isBlank(),
                "have no alertname",
                "Every alert has one: send the labels as Alertmanager gives them.")
            .check(
                AlertsReader::bounded,
                "should be at most " + MOST_LABELS + ", each of at most " + LONGEST_LABEL,
                "Drop labels in Prometheus' alert_relabel_configs.");
    Value<SortedMap<String, String>> annotations = alert.optional("annotations").map();
    return alert.build(() ->
        new AlertNotice(
            status.get() == Status.FIRING,
            fingerprint.get(),
            startsAt.get(),
            labels.get(),
            annotations.or(new TreeMap<>()).getOrDefault("summary", "")));
  }

  private static boolean bounded(SortedMap<String, String> labels) {
    return labels.size() <= MOST_LABELS
        && labels.entrySet().stream()
            .allMatch(label ->
                label.getKey().length() <= LONGEST_LABEL
                    && label.getValue().length() <= LONGEST_LABEL);
  }

  /** Finer than a microsecond is not kept. */
  private static Value<Instant> instant(Field field) {
    return field
        .text()
        .map(
            text -> Instant.parse(text).truncatedTo(ChronoUnit.MICROS),
            "Write the time as Alertmanager does, for example 2026-03-01T12:00:00.5Z.");
  }
}
