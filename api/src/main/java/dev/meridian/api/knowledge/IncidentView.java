package dev.meridian.api.knowledge;

import dev.meridian.ledger.knowledge.RecordedIncident;
import dev.meridian.region.incident.Incident;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An incident on record.
 *
 * @param seq number of its entry in the chain of the service's document: what {@code before} takes
 * @param exposedAt when the revision that caused it was fully exposed in the region
 * @param timeToFailure from exposure to discovery: what bakes are made from
 * @param source {@code gate}: seen by Meridian itself; {@code report}: told
 * @param revision hash of the one that caused it, where it is known
 * @param note for people; may be empty
 * @param release that was taken back for it, where a gate saw it
 */
@Schema(name = "Incident")
record IncidentView(
    long seq,
    String region,
    Incident.Kind kind,
    Instant exposedAt,
    Instant discoveredAt,
    Duration timeToFailure,
    Incident.Source source,
    Optional<String> revision,
    String note,
    Optional<String> release,
    String recordedBy,
    Instant recordedAt) {
  static IncidentView of(RecordedIncident recorded) {
    Incident incident = recorded.incident();
    return new IncidentView(
        recorded.seq(),
        incident.region().value(),
        incident.kind(),
        incident.exposedAt(),
        incident.at(),
        incident.timeToFailure(),
        incident.source(),
        incident.revision(),
        incident.note(),
        recorded.release().map(release -> release.toString()),
        recorded.actor(),
        recorded.at());
  }
}
