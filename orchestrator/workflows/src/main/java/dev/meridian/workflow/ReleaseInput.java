package dev.meridian.workflow;

import dev.meridian.release.ReleaseId;

/**
 * All that a run of a release starts from; the rest is folded from the ledger.
 *
 * @param release which
 * @param epoch raised by compare-and-set before each new start; a run with a lower one is refused
 *     by the ledger
 */
public record ReleaseInput(ReleaseId release, int epoch) {}
