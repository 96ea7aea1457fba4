package dev.meridian.release.admission;

import dev.meridian.release.ReleaseId;
import dev.meridian.service.RevisionId;

/**
 * A release that somebody wants.
 *
 * @param id its own
 * @param revision that it brings
 */
public record Wish(ReleaseId id, RevisionId revision) {}
