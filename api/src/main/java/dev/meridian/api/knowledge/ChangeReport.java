package dev.meridian.api.knowledge;

import dev.meridian.gate.change.OutsideChange;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A report of something that changed near the services.
 *
 * @param kind what sort of thing
 * @param regions where, of the catalogue; everywhere when left out
 * @param from when it began, or will begin
 * @param until when it ended, or will end; left out while nobody knows, and for what stays
 * @param source who or what changed it, and where to read more; at most 500 characters
 * @param service the only one that it concerns; left out where it concerns all
 */
record ChangeReport(
    OutsideChange.Kind kind,
    @Schema(requiredMode = RequiredMode.NOT_REQUIRED) List<String> regions,
    Instant from,
    @Schema(requiredMode = RequiredMode.NOT_REQUIRED) Optional<Instant> until,
    @Schema(example = "flags: checkout-new-basket on") String source,
    @Schema(requiredMode = RequiredMode.NOT_REQUIRED) Optional<String> service) {}
