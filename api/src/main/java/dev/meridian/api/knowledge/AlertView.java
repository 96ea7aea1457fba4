package dev.meridian.api.knowledge;

import dev.meridian.gate.alarm.Alert;
import dev.meridian.ledger.Alerts.Told;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One time that an alert fired.
 *
 * @param seq what {@code before} takes
 * @param startsAt when it began, by the clock of whoever found it
 * @param heardAt when it was first told
 * @param endedAt when it was told that it fires no longer; null while it fires
 */
@Schema(name = "Alert")
record AlertView(
    long seq,
    String name,
    SortedMap<String, String> labels,
    String summary,
    String fingerprint,
    Instant startsAt,
    Instant heardAt,
    Optional<Instant> endedAt) {
  static AlertView of(Told told) {
    Alert alert = told.alert();
    return new AlertView(
        told.seq(),
        alert.name(),
        alert.labels(),
        alert.summary(),
        alert.fingerprint(),
        alert.startsAt(),
        alert.heardAt(),
        alert.endedAt());
  }
}
