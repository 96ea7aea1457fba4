package dev.meridian.ledger.postgres.alert;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.meridian.gate.alarm.Alert;
import dev.meridian.gate.alarm.AlertNotice;
import dev.meridian.ledger.Alerts.Told;
import dev.meridian.ledger.json.CanonicalJson;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.ledger.json.StorableText;
import dev.meridian.ledger.postgres.OptionalInstant;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An alert as its row.
 *
 * @param seq given by the database; 0 before
 */
@MappedEntity("alert")
record StoredAlert(
    long seq,
    @Id String fingerprint,
    @Id Instant startsAt,
    String name,
    String labels,
    String summary,
    Instant heardAt,
    @MappedProperty(converter = OptionalInstant.class) Optional<Instant> endedAt) {

  private static final TypeReference<TreeMap<String, String>> LABELS = new TypeReference<>() {};

  static StoredAlert of(AlertNotice notice, Instant now) {
    return new StoredAlert(
        0,
        StorableText.of(notice.fingerprint()),
        notice.startsAt(),
        StorableText.of(notice.labels().getOrDefault(Alert.NAME, "")),
        CanonicalJson.of(notice.labels()),
        StorableText.of(notice.summary()),
        now,
        Optional.empty());
  }

  Told told() {
    return new Told(seq, alert());
  }

  Alert alert() {
    return new Alert(
        fingerprint, startsAt, MeridianJson.read(labels, LABELS), summary, heardAt, endedAt);
  }
}
