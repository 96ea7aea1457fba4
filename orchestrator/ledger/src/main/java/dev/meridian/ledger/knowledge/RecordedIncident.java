package dev.meridian.ledger.knowledge;

import dev.meridian.region.incident.Incident;
import dev.meridian.release.ReleaseId;
import java.time.Instant;
import java.util.Optional;

/**
 * An incident on record.
 *
 * @param seq number of its entry in the chain of the service's document
 * @param release that caused it, where Meridian saw it itself
 * @param actor who said so: a person, or {@code meridian}
 * @param at when it was recorded
 */
public record RecordedIncident(
    long seq, Incident incident, Optional<ReleaseId> release, String actor, Instant at) {}
