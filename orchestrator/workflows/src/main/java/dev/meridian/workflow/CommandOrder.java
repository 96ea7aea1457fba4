package dev.meridian.workflow;

import dev.meridian.region.RegionCode;
import dev.meridian.release.CommandKind;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person wants of a running release.
 *
 * @param id of the command row; also the update id, so that it can be sent again
 * @param kind what
 * @param region of a retry
 * @param actor who
 * @param reason why, in their words
 */
public record CommandOrder(
    UUID id, CommandKind kind, Optional<RegionCode> region, String actor, String reason) {}
