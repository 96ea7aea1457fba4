package dev.meridian.workflow;

import dev.meridian.region.RegionCode;
import dev.meridian.release.ReleaseId;

/**
 * Which region an ended release still owes its restore; the rest is folded from the ledger.
 *
 * @param epoch that the release ended in
 */
public record OwedInput(ReleaseId release, RegionCode region, int epoch) {}
