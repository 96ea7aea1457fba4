package dev.meridian.api.knowledge;

import dev.meridian.region.incident.Incident;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.Optional;

/**
 * A report of harm that a revision did.
 *
 * @param region where it was noticed, of the catalogue
 * @param kind what kind of harm; the slowest kind on record makes the bakes
 * @param exposedAt when the revision that caused it was fully exposed in the region
 * @param discoveredAt when it was noticed: not before exposedAt, and not in the future
 * @param revision its hash, or 6 digits or more of the beginning
 * @param note for people, at most 2,000 characters
 */
record IncidentReport(
    @Schema(example = "eu-central-1") String region,
    Incident.Kind kind,
    Instant exposedAt,
    Instant discoveredAt,
    @Schema(requiredMode = RequiredMode.NOT_REQUIRED) Optional<String> revision,
    @Schema(requiredMode = RequiredMode.NOT_REQUIRED) Optional<String> note) {}
